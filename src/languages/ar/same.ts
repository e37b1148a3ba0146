export const same: readonly string[] = [
  'books.rateSources.feed',
  'pages.name',
  'dashboard.name',
  'dashboard.title',
  'policy.listed.hint',
  'security.protects.ways.4.name',
]
export const owed: readonly string[] = []
