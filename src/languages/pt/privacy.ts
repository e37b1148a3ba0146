import type { Language } from '../language'

const untilForgotten = 'Até você esquecer'
const paymentsWritten = (payments: number): string => (payments === 1 ? 'Um pagamento' : `${payments} pagamentos`)

export const privacy: Language['privacy'] = {
  title: 'Privacidade',
  intro: 'O que o Farthing sabe de você está neste dispositivo, e só você pode ler, com a carteira aberta. Ele não tem servidores, não conta nada e não relata nada a ninguém.',
  kept: {
    title: 'O que é guardado aqui',
    caption: 'O que é guardado neste dispositivo, quanto, desde quando e por quanto tempo',
    columns: { what: 'O quê', count: 'Quantos', size: 'Tamanho', since: 'Desde', until: 'Fica' },
    kinds: {
      payments: { label: 'Pagamentos', text: 'O que você comprou, onde, quando, por quanto, e o que o vendedor respondeu.', kept: untilForgotten },
      copies: { label: 'Cópias sem rede', text: 'Artigos que você comprou, guardados para ler de novo.', kept: untilForgotten },
      sites: { label: 'O que é habitual em um site', text: 'Seus últimos preços e contas, para que o incomum chame a atenção.', kept: 'Enquanto houver pagamentos ali' },
      watch: { label: 'O que a vigilância notou', text: 'O que parecia errado, e o que você disse a respeito.', kept: 'Os últimos 200' },
      limits: { label: 'Limites e permissões', text: 'O que você permite, e somas por dia para cumprir isso.', kept: 'Somas por 62 dias' },
      payees: { label: 'Contas já pagas', text: 'Só como marcas das quais não se lê a conta de volta, para notar quando alguém é novo.', kept: untilForgotten },
      disputes: { label: 'Dinheiro que você pediu de volta', text: 'O que você pediu a vendedores, com que provas, e o que responderam.', kept: 'Até você esquecer o pagamento' },
      signIns: { label: 'Sites que podem reconhecer você', text: 'Suas respostas, uma para cada site que perguntou.', kept: untilForgotten },
      wishes: { label: 'Artigos pelos quais você teria pago', text: 'Site e dia.', kept: 'Os últimos 500' },
      door: { label: 'O que aconteceu na porta', text: 'Quando a carteira foi aberta, e o que foi confirmado.', kept: 'Os últimos 500' },
      wallet: { label: 'A própria carteira', text: 'Suas doze palavras e as chaves, protegidas pelo que abre a carteira. Há uma segunda cópia, caso uma se danifique.', kept: 'Até você apagar' },
      settings: { label: 'Configurações', text: 'Moeda, rede e coisas assim. Legíveis sem a carteira, e sem nada de pessoal.', kept: 'Até você mudar' },
      others: { label: 'Todo o resto', text: 'Anotações, listas e o que torna a busca rápida.', kept: untilForgotten },
      memory: { label: 'Na memória do navegador', text: 'Páginas abertas, perguntas em espera, cotações. Nunca chega ao disco.', kept: 'Até o navegador ser fechado' },
    },
    none: 'Nenhum',
    one: '1',
    sealed: 'Tudo, menos as configurações, está lacrado: quem copia o disco não consegue ler nada.',
    about: 'Há tanta coisa que os tamanhos são calculados a partir de uma parte.',
    onDisk: (size) => `O navegador reserva ${size} no disco para isto.`,
  },
  retention: {
    title: 'Por quanto tempo fica',
    text: 'O que é mais antigo sai sozinho, uma vez por dia, enquanto a carteira está aberta. Pagamentos e cópias ficam para sempre, a não ser que você escolha outra coisa: saber para onde foi seu dinheiro é o que traz você de volta aqui.',
    kinds: {
      payments: { label: 'Pagamentos', text: 'Com suas cópias, anotações e tudo o mais que fala deles. Não enquanto estão em andamento.' },
      copies: { label: 'Cópias sem rede', text: 'O que é seu abre de novo no site, grátis.' },
      watch: { label: 'O que a vigilância notou', text: undefined },
      door: { label: 'O que aconteceu na porta', text: undefined },
      wishes: { label: 'Artigos pelos quais você teria pago', text: undefined },
    },
    days: (days) => (days === null ? 'Para sempre' : days % 365 === 0 ? (days === 365 ? 'Por um ano' : `Por ${days / 365} anos`) : `Por ${days} dias`),
  },
  told: {
    title: 'Quem recebeu o quê',
    text: 'Calculado aqui, pelos seus próprios registros. Ninguém mais recebe nada.',
    sellers: {
      label: (count) => (count === 1 ? 'Um site a que você pagou' : `${count} sites a que você pagou`),
      none: 'Nenhum site ainda',
      text: 'O pagamento, e com ele a sua conta. Esse site sabe que quem lê tem o Farthing. Pode descobrir o que mais a sua conta pagou, e qualquer outra pessoa também: essa lista é pública, sem o seu nome.',
    },
    recognises: (sites) => `Ficaram sabendo que você voltou, como permitiu: ${sites}.`,
    endpoint: {
      label: (host) => `A conexão com ${host}`,
      text: (network) => `Sua conta, e quais pagamentos são consultados na rede ${network}: sempre que você olha seu saldo ou paga. Vê o seu endereço na internet.`,
      own: 'Você a escolheu.',
      shipped: 'Veio com o Farthing. Você pode escolher outra em Configurações.',
      rates: 'As cotações também são pedidas a ela, e a ninguém mais. Ela não fica sabendo para quê.',
    },
    purse: {
      label: (host, name) => `A conexão com ${host}, para o seu porta-moedas “${name}”`,
      text: 'A conta deste porta-moedas e quais dos seus pagamentos são consultados, e de nenhum outro. Vê o seu endereço na internet.',
    },
    tips: {
      label: (host) => `O serviço de pagamento ${host}`,
      text: 'Gorjetas para contas sem servidor, e a sua conta: ele as leva até a rede.',
    },
    rules: { label: (host) => `${host}, para novas regras`, text: 'O endereço deste dispositivo na internet, uma vez por dia. Nem cookies, nem nada sobre você.' },
    makers: { label: 'Quem faz o Farthing', text: 'Nada.' },
  },
  sites: {
    title: 'Sites que estão anotados',
    empty: 'Nenhum ainda. Um site é anotado quando você paga nele, responde a uma pergunta sobre ele, ou diz que teria pago.',
    find: 'Encontrar um site',
    none: 'Nenhum site assim.',
    more: (count) => `Mostrar todos os ${count}`,
    payments: (count) => (count === 0 ? '' : paymentsWritten(count)),
    tipped: 'Gorjetas',
    noted: 'Nada pago',
    forget: 'Esquecer',
    forgetLabel: (site) => `Esquecer ${site}`,
    between: (first, last) => (first === last ? first : `de ${first} a ${last}`),
  },
  forget: {
    waiting: 'Vendo o que sairia com isso',
    site: (payments) =>
      payments === 0
        ? 'O que está anotado deste site some: permissões, respostas, o que a vigilância notou.'
        : `Some ${payments === 1 ? 'um pagamento' : `o registro de ${payments} pagamentos`} e tudo o mais que fala deste site: cópias, anotações, permissões, respostas, o que a vigilância notou.`,
    period: (payments) =>
      payments === 0
        ? 'Não há pagamentos nestes dias. O que mais foi anotado então some.'
        : `Some ${payments === 1 ? 'um pagamento' : `o registro de ${payments} pagamentos`} e tudo o mais que foi anotado nestes dias.`,
    stays: {
      title: 'O que não pode ser esquecido daqui',
      chain: 'Os próprios pagamentos: a rede em que foram feitos os guarda para sempre, em público, sem o seu nome.',
      sellers: 'O que os vendedores anotaram por conta deles.',
      browser: 'O histórico e os cookies do navegador, que você pode limpar no navegador.',
      backups: 'Arquivos de backup que você fez antes.',
      sums: 'Quanto você gastou em cada dia, sem onde, por 62 dias: seus limites dependem disso.',
      again: 'O site pode pedir de novo pelo que já é seu ali. Volte a uma dessas páginas, e o Farthing encontra o pagamento sozinho: você não paga duas vezes.',
    },
    underWay: (count) =>
      count === 1
        ? 'Um pagamento está em andamento e fica: o dinheiro dele ainda pode ser movimentado, e o Farthing precisa saber disso. Esqueça-o em alguns minutos.'
        : `${count} pagamentos estão em andamento e ficam: o dinheiro deles ainda pode ser movimentado, e o Farthing precisa saber disso. Esqueça-os em alguns minutos.`,
    forget: 'Esquecer isto',
    forgetting: 'Esquecendo',
    keep: 'Manter',
    done: (payments) => (payments === 1 ? 'Esquecido, com um pagamento.' : `Esquecido, com ${payments} pagamentos.`),
  },
  support: {
    title: 'Um relatório para quem ajuda você',
    text: 'O que pode servir para encontrar uma falha. Sites são números, somas e contagens são aproximadas, dias são semanas. Não é enviado a lugar nenhum: leia, e copie para onde quiser.',
    make: 'Fazer um relatório',
    making: 'Fazendo',
    lines: 'O relatório',
    none: 'Deixar para lá',
  },
  period: {
    title: 'Esquecer um período',
    text: 'Tudo o que foi anotado nestes dias, em todos os sites.',
    from: 'Primeiro dia',
    to: 'Último dia',
    look: 'Ver o que sai com isso',
    wrong: 'Escolha um primeiro dia, e um último que não venha antes dele.',
  },
  erase: {
    title: 'Apagar tudo',
    text: 'A carteira, os pagamentos, as cópias, as configurações: tudo, as chaves primeiro. Depois o Farthing confere se sobrou algo, e fica como se tivesse acabado de ser instalado.',
    purse: (amount) => `Há ${amount} no seu porta-moedas. Certifique-se de ter suas doze palavras: nada mais traz esse dinheiro de volta.`,
    purseUnknown: 'Certifique-se de ter suas doze palavras: nada mais traz de volta o que há no seu porta-moedas.',
    notBackedUp: 'Você ainda não confirmou suas doze palavras.',
    begin: 'Apagar tudo…',
    word: 'apagar',
    type: (word) => `Escreva “${word}” para continuar`,
    evenSo: 'Apagar mesmo assim',
    evenSoText: 'Também com pagamentos em andamento.',
    erase: 'Apagar tudo para sempre',
    erasing: 'Apagando',
    keep: 'Manter tudo',
  },
}
