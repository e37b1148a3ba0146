import type { Language } from '../language'

export const refunds: Language['refunds'] = {
  whole: (paid) => `Você recebeu de volta tudo o que pagou: ${paid}.`,
  part: (all, paid) => `Você recebeu de volta ${all} de ${paid}.`,
  more: (all, paid) => `Você recebeu de volta ${all}, mais do que pagou: ${paid}.`,
  status: { whole: 'Reembolsado', part: 'Reembolsado em parte' },
  standing: { whole: 'Você pagou, e tudo voltou.', part: 'Você pagou, e uma parte voltou.' },
  none: 'Até agora nada voltou deste pagamento.',
  ask: 'Você recebeu deste vendedor um pagamento que pode ser o reembolso. Só você pode dizer se é.',
  askMany: (count) => `Você recebeu deste vendedor ${count} pagamentos que podem ser o reembolso. Só você pode dizer qual deles é.`,
  pending: 'O vendedor acabou de enviar alguma coisa. Consulte de novo em um minuto.',
  unseen: 'O número criado para um reembolso foi usado ou cancelado, e o dinheiro em si ainda não foi encontrado. Só conta quando for.',
  short: 'Só foi possível consultar as últimas horas: o que voltou antes disso pode estar faltando.',
  notPaid: 'Nada foi cobrado por isto, então não há nada para voltar.',
  gone: 'Esse pagamento não está mais entre os que podem ser o reembolso. Nada mudou.',
  unknown: 'Este pagamento não está mais no seu histórico.',
  notSeen: {
    unreachable: 'Agora não é possível ver se o dinheiro voltou. Tente de novo daqui a pouco, ou escolha outra conexão em Configurações.',
    'wrong-chain': 'Não é possível ver se o dinheiro voltou: a conexão escolhida nas suas configurações é de outra rede.',
    'no-token': 'Não é possível ver se o dinheiro voltou: a conexão escolhida nas suas configurações não conhece a sua moeda.',
    'went-back': 'Não é possível ver se o dinheiro voltou: a conexão escolhida nas suas configurações contradiz o que disse antes.',
    malformed: 'Não é possível ver se o dinheiro voltou: a conexão escolhida nas suas configurações deu uma resposta sem sentido.',
  },
}
