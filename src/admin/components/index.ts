/** The admin's own components, as the import map names them. */
export { BodyRowLabel } from './BodyRowLabel.tsx'
export { DeliveryAttempts } from './DeliveryAttempts.tsx'
export { InlineNodeLabel } from './InlineNodeLabel.tsx'
export { ListMarkersFeatureClient } from './list-markers/ListMarkersFeature.tsx'
export { PublishView } from './publishing/PublishView.tsx'
export { ResendDelivery } from './ResendDelivery.tsx'
export { SlashInSentenceFeatureClient } from './SlashInSentenceFeature.tsx'
export { StoredJson } from './StoredJson.tsx'
