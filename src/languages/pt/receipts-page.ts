import type { Language } from '../language'

export const receiptsPage: Language['receiptsPage'] = {
  title: 'Recibos',
  intro: 'Esta página confere, pelas assinaturas digitais, os pagamentos que ela contém: aqui e agora, sem rede e sem perguntar a ninguém. Nada é enviado a lugar nenhum.',
  none: 'Não há pagamentos neste arquivo.',
  broken: 'Não é possível ler o que há neste arquivo: ele foi alterado ou cortado.',
  count: { holds: 'Um pagamento, e ele confere.', doesNot: 'Um pagamento, e ele não confere.', many: '{all} pagamentos, dos quais {good} conferem.' },
  payment: '{amount} para {payTo}',
  on: '{day}, na rede {network}',
  authorization: {
    payer: 'Quem pagou assinou exatamente isto: valor, conta e número são os seus.',
    false: 'Não foi isto que assinou quem pagou. Alguém alterou o valor, uma conta, o número ou a assinatura.',
    none: 'A assinatura de quem pagou não está neste arquivo: o pagamento foi feito em outro dispositivo.',
  },
  offer: {
    seller: 'A conta que recebeu pôs este preço por escrito.',
    stranger: 'Há um preço por escrito, mas não da conta que recebeu.',
    differs: 'Há um preço por escrito, mas ele diz outra coisa, ou a assinatura é falsa.',
    none: 'Não há preço por escrito.',
  },
  receipt: {
    seller: 'A conta que recebeu deu um recibo deste pagamento.',
    stranger: 'Há um recibo, mas não da conta que recebeu.',
    differs: 'Há um recibo, mas não é deste pagamento, ou a assinatura é falsa.',
    none: 'Não há recibo.',
  },
  settled: 'Segundo os registros de quem pagou, o pagamento se concluiu na transação {transaction}. Qualquer pessoa pode conferir isso na rede; esta página não pode.',
  refunded: 'Segundo os registros de quem pagou, {amount} foi devolvido a {payer} na transação {transaction}. Nenhuma assinatura neste arquivo prova isso; como no próprio pagamento, qualquer pessoa pode conferir na rede, e esta página não pode.',
  unsettled: 'Segundo os registros de quem pagou, o pagamento se concluiu; eles não dizem em qual transação.',
  unsigned: 'O título e a página estão como a carteira de quem pagou os anotou. Ninguém os assinou.',
  facts: { page: 'Página', resource: 'Pediu o pagamento', payer: 'Pago por', payTo: 'Pago a', number: 'Número do pagamento', token: 'Contrato do token' },
  raw: 'Tudo o que há neste arquivo sobre ele',
}
