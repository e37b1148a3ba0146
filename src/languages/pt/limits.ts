import type { Language } from '../language'

export const limits: Language['limits'] = {
  title: 'Sites e limites',
  used: {
    title: 'O que foi usado',
    caption: 'O que foi usado dos seus limites, e o que resta',
    columns: { limit: 'Limite', spent: 'Gasto', left: 'Resta' },
    day: 'Hoje',
    month: 'Este mês',
    tipDay: 'Gorjetas hoje',
    of: (spent, most) => `${spent} de ${most}`,
    held: (amount) => `Disso, há ${amount} em reserva para pagamentos em andamento, que volta se eles não forem cobrados.`,
    test: 'Nesta rede o dinheiro é de teste. Ele é contado à parte.',
  },
  sites: {
    title: 'Sites hoje',
    caption: 'O que você gastou em sites hoje, e o que resta do seu limite por site',
    columns: { site: 'Site', spent: 'Gasto', left: 'Resta' },
    empty: 'Nada comprado hoje.',
  },
  purses: {
    title: 'Qual porta-moedas paga onde',
    text: 'Uma mudança vale para o que você comprar dali em diante. O que já comprou continua seu, e abre de novo com o porta-moedas que pagou. Um site que recebeu de dois porta-moedas pode perceber que os dois são seus.',
    more: (count) => (count === 1 ? 'E em mais um site.' : `E em mais ${count} sites.`),
    toPurses: 'Na página dos porta-moedas você pode dar um a qualquer site.',
  },
  blocked: {
    title: 'Sites bloqueados',
    text: 'Nada é pago ali, não importa onde você clique.',
    since: (day) => `Desde ${day}`,
    open: 'Desbloquear',
    openLabel: (site) => `Desbloquear ${site}`,
  },
  allowances: {
    title: 'Pago sem perguntar',
    text: 'Só em páginas que você abre, e nunca além dos seus limites. O Farthing avisa a cada vez, e você pode parar.',
    empty: 'Nada. O Farthing pergunta sempre. Depois da segunda compra em um site, você pode permitir preços pequenos ali.',
    each: (each, day) => `Até ${each} cada, no máximo ${day} por dia`,
    used: (used, most, until) => `Usado hoje: ${used} de ${most}. Até ${until}.`,
    declined: (sites) => `O Farthing sempre pergunta, e não oferece isto, em ${sites}.`,
    offerAgain: 'Voltar a oferecer ali',
    end: 'Encerrar',
    endLabel: (site) => `Encerrar: perguntar de novo em ${site}`,
  },
  limits: {
    title: 'O máximo que você permite',
    text: 'Nada passa de um limite, nem uma vez. Baixar um vale na hora; para aumentar, o Farthing pergunta quem está aí.',
    names: {
      payment: { label: 'Um pagamento', text: 'O máximo que um só artigo ou passe pode custar.' },
      siteDay: { label: 'Um site, por dia', text: 'Todas as compras em um site juntas, de meia-noite a meia-noite.' },
      tip: { label: 'Uma gorjeta', text: 'Dar gorjeta é escolha sua, e tem limites próprios.' },
      tipDay: { label: 'Gorjetas, por dia', text: 'Todas as gorjetas juntas.' },
      day: { label: 'Tudo, por dia', text: 'Compras e gorjetas em todos os sites juntas.' },
      month: { label: 'Tudo, por mês', text: 'Do primeiro ao último dia do mês.' },
    },
    nothing: 'Nada',
  },
}
