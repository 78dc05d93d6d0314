-- AlterTable
ALTER TABLE "evidence_item" ADD COLUMN     "readFailure" TEXT;

-- AlterTable
ALTER TABLE "upload" DROP COLUMN "offset";
