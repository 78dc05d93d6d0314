/** CloudTrail's events beside Bedrock's invocation log: who called from where, joined on the request id. */

import { type LogWriter, same, toSeconds } from './log-format'

export const awsCloudtrail: LogWriter = {
  write: (record) =>
    JSON.stringify({
      eventVersion: '1.11',
      eventTime: `${record.timestamp.slice(0, 19)}Z`,
      eventSource: 'bedrock.amazonaws.com',
      eventName: 'Converse',
      awsRegion: 'synthetic-1',
      sourceIPAddress: record.ip,
      userAgent: record.user_agent,
      requestID: record.request_id,
      requestParameters: { modelId: record.model },
      userIdentity: {
        type: 'IAMUser',
        arn: `arn:aws:iam::${record.account_id}:user/${record.user_id ?? 'application'}`,
        accountId: record.account_id,
        accessKeyId: record.api_key_id,
      },
    }),
  carries: { ...toSeconds, ...same('request_id', 'account_id', 'api_key_id', 'ip', 'user_agent', 'model') },
}
