import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: 'Esta página não pode pedir isso.',
  malformed: 'Não foi possível ler esse pedido.',
  failed: 'Algo deu errado dentro do Farthing. Nenhum novo pagamento foi feito.',
}
