import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: 'Das darf diese Seite nicht fragen.',
  malformed: 'Diese Anfrage war nicht zu lesen.',
  failed: 'In Farthing ist etwas schiefgegangen. Es wurde nichts Neues bezahlt.',
}
