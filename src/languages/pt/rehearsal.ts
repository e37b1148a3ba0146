import type { Language } from '../language'

export const rehearsal: Language['rehearsal'] = {
  title: 'Experimente uma vez',
  text: 'Um artigo inventado por um preço inventado. Nenhum dinheiro se move, e nada é pedido a ninguém.',
  site: 'Inventado, neste dispositivo',
  headline: 'A menor moeda',
  first: 'Até o fim de 1960, uma loja britânica podia cobrar um quarto de penny. A moeda para isso era o farthing. As últimas traziam uma carriça, um dos menores pássaros do país.',
  rest: [
    'Com ela não se comprava quase nada, e para isso servia: quem vendia algo pequeno podia pedir um preço igualmente pequeno, e ninguém precisava comprar uma dúzia para ter um.',
    'Na web, uma moeda assim fez falta por muito tempo. Os artigos eram vendidos por ano, ou pagos com atenção. Um preço de poucos centavos, pedido uma vez, é de novo um farthing.',
  ],
  asked: 'Nada é pago antes de você ver isto. As linhas somam o que você paga.',
  practice: 'Prática: este botão não paga nada.',
  read: 'É só isso. Um pagamento de verdade sai do seu porta-moedas, fica no seu histórico, e o artigo abre de novo de graça.',
  skip: 'Pular',
  goOn: 'Continuar',
}
