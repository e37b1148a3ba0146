import type { Language } from '../language'

export const news: Language['news'] = {
  notice: {
    waiting: 'Uma atualização das regras espera o seu sim. Até lá valem as antigas.',
    changed: (count) => (count === 1 ? 'O Farthing vigia mais de perto: uma regra mudou.' : `O Farthing vigia mais de perto: ${count} regras mudaram.`),
    month: 'O que aconteceu com as regras no último mês está reunido para você.',
    see: 'Ver as regras',
  },
  rail: (count) => (count === 1 ? 'uma novidade' : `${count} novidades`),
}
