-- AlterEnum
ALTER TYPE "EvidenceKind" ADD VALUE 'ATTACHED_TABLE';

-- CreateTable
CREATE TABLE "attached_table" (
    "evidenceId" UUID NOT NULL,
    "connection" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "rows" BIGINT,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedRows" BIGINT,
    "checkedSha256" BYTEA,

    CONSTRAINT "attached_table_pkey" PRIMARY KEY ("evidenceId")
);

-- AddForeignKey
ALTER TABLE "attached_table" ADD CONSTRAINT "attached_table_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
