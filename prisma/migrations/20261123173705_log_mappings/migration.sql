-- AlterTable
ALTER TABLE "dataset" ADD COLUMN     "mappingId" UUID;

-- AlterTable
ALTER TABLE "evidence_item" ADD COLUMN     "unknownFormat" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "log_mapping" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_mapping_name_version_key" ON "log_mapping"("name", "version");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_mappingId_fkey" FOREIGN KEY ("mappingId") REFERENCES "log_mapping"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_mapping" ADD CONSTRAINT "log_mapping_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
