-- E-mail addresses compare without regard to case.
CREATE EXTENSION IF NOT EXISTS citext;

-- CreateEnum
CREATE TYPE "AnalysisKind" AS ENUM ('SIGNALS', 'COMPARISON');

-- CreateEnum
CREATE TYPE "RunState" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'DISMISSED', 'ACTIONED', 'CLOSED');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('ORGANISATION', 'PERSON');

-- CreateEnum
CREATE TYPE "IdentifierKind" AS ENUM ('ACCOUNT', 'ORGANISATION', 'PROJECT', 'API_KEY');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('CONFIRMED', 'PROBABLE', 'POSSIBLE');

-- CreateEnum
CREATE TYPE "ExplanationVerdict" AS ENUM ('RULED_OUT', 'NOT_RULED_OUT', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('USAGE_LOG', 'MODEL_OUTPUTS', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "EvidenceState" AS ENUM ('SEALING', 'SEALED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "InvitationKind" AS ENUM ('FIRST_PASSWORD', 'RESET');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('APPROVE', 'DISMISS', 'REQUEST_CHANGES');

-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('PDF', 'JSON');

-- CreateTable
CREATE TABLE "analysis_run" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "AnalysisKind" NOT NULL,
    "version" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "state" "RunState" NOT NULL,
    "resultSha256" BYTEA,
    "failure" TEXT,
    "requestedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "analysis_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_progress" (
    "subjectId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "done" BIGINT NOT NULL,
    "total" BIGINT,
    "unit" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_progress_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "facts" TEXT NOT NULL DEFAULT '',
    "state" "CaseState" NOT NULL DEFAULT 'DRAFT',
    "severity" "Severity" NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "filerId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "reviewerId" UUID,
    "editVersion" INTEGER NOT NULL DEFAULT 0,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "submittedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcomeNote" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_number" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_number_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "case_member" (
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("caseId","personId")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SubjectKind" NOT NULL,
    "models" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_account" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "kind" "IdentifierKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "conductFrom" DATE NOT NULL,
    "conductUntil" DATE NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "element" INTEGER,
    "evidenceId" UUID,
    "datasetId" UUID,
    "rowIds" BIGINT[],
    "findingId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "explanation_answer" (
    "caseId" UUID NOT NULL,
    "explanation" TEXT NOT NULL,
    "verdict" "ExplanationVerdict" NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "explanation_answer_pkey" PRIMARY KEY ("caseId","explanation")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "case_id" UUID,
    "payload_hash" BYTEA NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_payload" (
    "seq" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "event_payload_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "blob" (
    "sha256" BYTEA NOT NULL,
    "size" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "evidence_item" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "size" BIGINT NOT NULL,
    "state" "EvidenceState" NOT NULL,
    "claimedSha256" BYTEA,
    "sha256" BYTEA,
    "reason" TEXT,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "offset" BIGINT NOT NULL DEFAULT 0,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "evidenceId" UUID,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "readerVersion" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size" BIGINT NOT NULL,
    "rows" BIGINT NOT NULL,
    "rejected" BIGINT NOT NULL,
    "rejectsSha256" BYTEA,
    "accounts" INTEGER NOT NULL,
    "columns" TEXT[],
    "from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmasking" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unmasking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "InvitationKind" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "address" TEXT,
    "client" TEXT,
    "noticesReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "email" CITEXT NOT NULL,
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("email","address")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "takenById" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "snapshotHash" BYTEA NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "outcome" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "staleAt" TIMESTAMPTZ(3),
    "staleReason" TEXT,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "privileged_note" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privileged_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "watermark" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size" BIGINT NOT NULL,
    "headSeq" BIGINT NOT NULL,
    "options" TEXT NOT NULL,
    "exportedById" UUID NOT NULL,
    "exportedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_document" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_version" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "inForceFrom" DATE NOT NULL,
    "inForceUntil" DATE,
    "text" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "elements" TEXT[],

    CONSTRAINT "clause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "analysis_run_caseId_createdAt_idx" ON "analysis_run"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "finding_caseId_addedAt_idx" ON "finding"("caseId", "addedAt");

-- CreateIndex
CREATE UNIQUE INDEX "finding_runId_key_key" ON "finding"("runId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "case_number_key" ON "case"("number");

-- CreateIndex
CREATE INDEX "case_updatedAt_id_idx" ON "case"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "case_createdAt_id_idx" ON "case"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "case_state_submittedAt_id_idx" ON "case"("state", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "case_ownerId_updatedAt_idx" ON "case"("ownerId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "case_member_personId_idx" ON "case_member"("personId");

-- CreateIndex
CREATE INDEX "subject_caseId_idx" ON "subject"("caseId");

-- CreateIndex
CREATE INDEX "subject_account_subjectId_id_idx" ON "subject_account"("subjectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_account_caseId_kind_identifier_key" ON "subject_account"("caseId", "kind", "identifier");

-- CreateIndex
CREATE INDEX "claim_caseId_position_idx" ON "claim"("caseId", "position");

-- CreateIndex
CREATE INDEX "claim_clauseId_idx" ON "claim"("clauseId");

-- CreateIndex
CREATE INDEX "citation_claimId_idx" ON "citation"("claimId");

-- CreateIndex
CREATE INDEX "citation_findingId_idx" ON "citation"("findingId");

-- CreateIndex
CREATE INDEX "citation_evidenceId_idx" ON "citation"("evidenceId");

-- CreateIndex
CREATE INDEX "event_case_id_seq_idx" ON "event"("case_id", "seq");

-- CreateIndex
CREATE INDEX "event_actor_id_seq_idx" ON "event"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "event_type_seq_idx" ON "event"("type", "seq");

-- CreateIndex
CREATE INDEX "evidence_item_caseId_addedAt_idx" ON "evidence_item"("caseId", "addedAt");

-- CreateIndex
CREATE INDEX "evidence_item_sha256_idx" ON "evidence_item"("sha256");

-- CreateIndex
CREATE INDEX "upload_caseId_personId_idx" ON "upload"("caseId", "personId");

-- CreateIndex
CREATE INDEX "upload_expiresAt_idx" ON "upload"("expiresAt");

-- CreateIndex
CREATE INDEX "dataset_caseId_idx" ON "dataset"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_evidenceId_readerVersion_key" ON "dataset"("evidenceId", "readerVersion");

-- CreateIndex
CREATE UNIQUE INDEX "unmasking_caseId_personId_account_key" ON "unmasking"("caseId", "personId", "account");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "invitation_personId_idx" ON "invitation"("personId");

-- CreateIndex
CREATE INDEX "session_personId_endedAt_idx" ON "session"("personId", "endedAt");

-- CreateIndex
CREATE INDEX "snapshot_caseId_takenAt_idx" ON "snapshot"("caseId", "takenAt");

-- CreateIndex
CREATE INDEX "review_caseId_decidedAt_idx" ON "review"("caseId", "decidedAt");

-- CreateIndex
CREATE INDEX "privileged_note_caseId_writtenAt_idx" ON "privileged_note"("caseId", "writtenAt");

-- CreateIndex
CREATE INDEX "export_caseId_exportedAt_idx" ON "export"("caseId", "exportedAt");

-- CreateIndex
CREATE UNIQUE INDEX "terms_document_provider_title_key" ON "terms_document"("provider", "title");

-- CreateIndex
CREATE INDEX "terms_version_documentId_inForceFrom_idx" ON "terms_version"("documentId", "inForceFrom");

-- CreateIndex
CREATE UNIQUE INDEX "terms_version_documentId_label_key" ON "terms_version"("documentId", "label");

-- CreateIndex
CREATE UNIQUE INDEX "clause_versionId_number_key" ON "clause"("versionId", "number");

-- AddForeignKey
ALTER TABLE "analysis_run" ADD CONSTRAINT "analysis_run_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analysis_run" ADD CONSTRAINT "analysis_run_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "analysis_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_filerId_fkey" FOREIGN KEY ("filerId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_account" ADD CONSTRAINT "subject_account_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_account" ADD CONSTRAINT "subject_account_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation_answer" ADD CONSTRAINT "explanation_answer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_payload" ADD CONSTRAINT "event_payload_seq_fkey" FOREIGN KEY ("seq") REFERENCES "event"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_item" ADD CONSTRAINT "evidence_item_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_item" ADD CONSTRAINT "evidence_item_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_item" ADD CONSTRAINT "evidence_item_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmasking" ADD CONSTRAINT "unmasking_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmasking" ADD CONSTRAINT "unmasking_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privileged_note" ADD CONSTRAINT "privileged_note_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privileged_note" ADD CONSTRAINT "privileged_note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_exportedById_fkey" FOREIGN KEY ("exportedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_version" ADD CONSTRAINT "terms_version_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "terms_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause" ADD CONSTRAINT "clause_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "terms_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
