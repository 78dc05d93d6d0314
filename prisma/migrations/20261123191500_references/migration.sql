-- CreateEnum
CREATE TYPE "ReferenceKind" AS ENUM ('PROMPT_SET', 'RELEASE_CALENDAR');

-- AlterEnum
ALTER TYPE "EvidenceKind" ADD VALUE 'ACCOUNT_TABLE';

-- CreateTable
CREATE TABLE "dataset_parent" (
    "datasetId" UUID NOT NULL,
    "parentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "dataset_parent_pkey" PRIMARY KEY ("datasetId","parentId")
);

-- CreateTable
CREATE TABLE "reference" (
    "id" UUID NOT NULL,
    "kind" "ReferenceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL DEFAULT '',
    "hashesOnly" BOOLEAN NOT NULL DEFAULT false,
    "entries" INTEGER NOT NULL,
    "originalSha256" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "reference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dataset_parent_parentId_idx" ON "dataset_parent"("parentId");

-- CreateIndex
CREATE INDEX "reference_kind_addedAt_idx" ON "reference"("kind", "addedAt");

-- CreateIndex
CREATE INDEX "reference_sha256_idx" ON "reference"("sha256");

-- AddForeignKey
ALTER TABLE "dataset_parent" ADD CONSTRAINT "dataset_parent_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_parent" ADD CONSTRAINT "dataset_parent_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference" ADD CONSTRAINT "reference_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference" ADD CONSTRAINT "reference_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
