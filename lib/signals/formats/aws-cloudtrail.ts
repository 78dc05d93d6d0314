/** AWS CloudTrail: who called which operation from which address; it completes the Bedrock log, which has no addresses. */

import type { LogFormat } from './log-format'
import { hasAll } from './record-shape'
import { address, fieldsOf, filled, firstFilled, quoted } from './sql-values'

export const awsCloudtrail: LogFormat = {
  id: 'aws-cloudtrail',
  name: 'AWS CloudTrail',
  rows: 'events',
  recognises: (record) => hasAll(record, 'eventTime', 'eventName', 'eventSource'),
  fields: [
    ...[
      'eventTime',
      'eventName',
      'eventSource',
      'requestID',
      'eventID',
      'sourceIPAddress',
      'userAgent',
      'userIdentity',
    ],
    ...['requestParameters', 'awsRegion', 'recipientAccountId', 'errorCode'],
  ],
  ignored: ['eventVersion'],
  steps: {
    identity: fieldsOf('r.userIdentity', ['arn', 'accountId', 'accessKeyId', 'principalId']),
    parameters: fieldsOf('r.requestParameters', ['modelId']),
  },
  time: 'r.eventTime',
  columns: {
    request_id: firstFilled('r.requestID', 'r.eventID'),
    org_id: firstFilled('identity.accountId', 'r.recipientAccountId'),
    account_id: firstFilled('identity.accountId', 'r.recipientAccountId', 'identity.arn'),
    user_id: firstFilled('identity.arn', 'identity.principalId'),
    api_key_id: filled('identity.accessKeyId'),
    ip: address('r.sourceIPAddress'),
    user_agent: filled('r.userAgent'),
    model: filled('parameters.modelId'),
  },
  keeps: {
    event: quoted('r.eventName'),
    source: quoted('r.eventSource'),
    region: quoted('r.awsRegion'),
    error: quoted('r.errorCode'),
  },
}
