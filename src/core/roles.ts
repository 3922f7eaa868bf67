/** What a member may do with the policies of an organisation, each role all that the ones before it may. */
export const roles = ['viewer', 'editor', 'publisher', 'admin'] as const
export type Role = (typeof roles)[number]
