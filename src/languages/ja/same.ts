export const same: readonly string[] = [
  'books.rateSources.feed',
  'pages.name',
  'pages.pin.label',
  'dashboard.name',
  'dashboard.title',
  'library.settings.rooms.50',
  'library.settings.rooms.100',
  'library.settings.rooms.250',
  'library.settings.rooms.500',
  'library.settings.rooms.1000',
  'policy.listed.hint',
  'security.door.pin',
  'security.protects.ways.4.name',
]
export const owed: readonly string[] = []
