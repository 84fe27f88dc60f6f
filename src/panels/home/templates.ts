/** The templates the server knows, in the order of the home page. */
export const templates = [
  'saas-onboarding-blueprint.en',
  'airline-tiers.en',
  'b2b-trade-sieve.en',
  'home-decoration.zh',
  'real-estate-sales.zh',
  'ecommerce-crm.zh-en',
] as const;

export type TemplateName = (typeof templates)[number];
