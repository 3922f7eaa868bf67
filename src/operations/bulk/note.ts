/** Where a write through Payload's hooks leaves what the record's note is to say. */
export const BULK_UPDATE_NOTE = 'privacyPolicyBulkUpdate'
