const PARTS = ['units', 'people', 'portfolios', 'delivery', 'webhooks', 'import'] as const
export type OrganizationPart = (typeof PARTS)[number]

/** Which part of the page is shown, in its address, so that a message can lead to it. */
export const organizationAddress = ({ part }: Record<string, unknown>): { part?: OrganizationPart } => {
  const asked = PARTS.find((one) => one === part)
  return asked === undefined ? {} : { part: asked }
}
