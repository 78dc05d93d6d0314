-- CreateTable
CREATE TABLE "reference_set" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_set_version" (
    "id" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "models" TEXT NOT NULL,
    "relations" TEXT NOT NULL,
    "relationsSha256" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_set_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "fusion" TEXT NOT NULL,
    "state" "RunState" NOT NULL,
    "profileName" TEXT,
    "sha256" BYTEA,
    "failure" TEXT,
    "requestedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "calibration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reference_set_name_key" ON "reference_set"("name");

-- CreateIndex
CREATE UNIQUE INDEX "reference_set_version_setId_version_key" ON "reference_set_version"("setId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "calibration_versionId_fusion_key" ON "calibration"("versionId", "fusion");

-- AddForeignKey
ALTER TABLE "reference_set" ADD CONSTRAINT "reference_set_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_set_version" ADD CONSTRAINT "reference_set_version_setId_fkey" FOREIGN KEY ("setId") REFERENCES "reference_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_set_version" ADD CONSTRAINT "reference_set_version_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "reference_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
