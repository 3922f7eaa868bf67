/** Where PostgreSQL tells every instance of a new edition: `{ "id": …, "sha256": … }`. */
export const EDITION_CHANNEL = 'privacy_policy_editions'
