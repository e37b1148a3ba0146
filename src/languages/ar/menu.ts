import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: 'فتح هذا، أو معرفة ثمنه',
  tip: 'تقديم إكرامية للكاتب',
  site: 'البحث عن هذا الموقع في سجلّي',
  link: 'البحث عن هذا الرابط في سجلّي',
  history: 'فتح سجلّي',
  lock: 'القفل الآن',
}
