import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'Avisos',
  kinds: {
    fell: 'Falta dinheiro em um porta-moedas',
    tries: 'Alguém tentou abrir a carteira',
    confirmed: 'Algo foi confirmado com senha, chave de acesso ou código',
    backup: 'Minhas doze palavras ainda não foram anotadas',
    dispute: 'Um vendedor respondeu, ou não, a um pedido de reembolso',
    refund: 'Voltou dinheiro',
    rules: 'As regras mudaram, ou esperam pelo meu sim',
  },
  kindsLegend: 'Avisar quando',
  always: 'Antes de algo ser pago sem perguntar, você sempre recebe um aviso.',
  badge: 'O botão mostra',
  badgeText: 'As pendências são as respostas aos seus pedidos de reembolso e as regras que esperam pelo seu sim.',
  badges: {
    price: 'O preço ou, sem ele, as pendências',
    due: 'As pendências, sem preços',
    nothing: 'Nada',
  },
  keys: {
    title: 'Atalhos de teclado',
    text: 'Eles funcionam em todas as janelas deste navegador, e é nele que são mudados.',
    names: { open: 'Abrir o Farthing', lock: 'Trancar a carteira', history: 'Abrir meu histórico' },
    none: 'Nenhum ainda',
    change: 'Mudar os atalhos',
    byHand: 'Seu navegador só abre essa página para você: procure os atalhos de teclado entre as extensões dele.',
  },
}
