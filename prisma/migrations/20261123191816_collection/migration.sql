-- CreateEnum
CREATE TYPE "EndpointProvider" AS ENUM ('OPENAI_COMPATIBLE', 'ANTHROPIC', 'GEMINI', 'BEDROCK', 'AZURE');

-- CreateEnum
CREATE TYPE "CollectionState" AS ENUM ('RUNNING', 'PAUSED', 'ENDING', 'DONE');

-- CreateTable
CREATE TABLE "allowed_host" (
    "host" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allowed_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "model_endpoint" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "provider" "EndpointProvider" NOT NULL,
    "baseUrl" TEXT NOT NULL,
    "variant" TEXT NOT NULL DEFAULT '',
    "sealedKey" BYTEA,
    "registeredById" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "model_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "state" "CollectionState" NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "reason" TEXT,
    "keptBytes" BIGINT NOT NULL DEFAULT 0,
    "keptSha256" BYTEA,
    "startedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "responsesId" UUID,
    "outputsId" UUID,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison_plan" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "registeredById" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comparison_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_responsesId_key" ON "collection"("responsesId");

-- CreateIndex
CREATE UNIQUE INDEX "collection_outputsId_key" ON "collection"("outputsId");

-- CreateIndex
CREATE INDEX "collection_caseId_createdAt_idx" ON "collection"("caseId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "comparison_plan_caseId_name_version_key" ON "comparison_plan"("caseId", "name", "version");

-- AddForeignKey
ALTER TABLE "allowed_host" ADD CONSTRAINT "allowed_host_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_endpoint" ADD CONSTRAINT "model_endpoint_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "model_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_planId_fkey" FOREIGN KEY ("planId") REFERENCES "comparison_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_responsesId_fkey" FOREIGN KEY ("responsesId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_outputsId_fkey" FOREIGN KEY ("outputsId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_plan" ADD CONSTRAINT "comparison_plan_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_plan" ADD CONSTRAINT "comparison_plan_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
