import type { Language } from '../language'

export const help: Language['help'] = {
  title: 'Ajuda',
  search: {
    label: 'O que houve?',
    hint: 'Com suas próprias palavras. Nada disso sai desta página.',
    empty: 'a ao aos as com como consigo da das de dele dela deu do dos e ela ele em era essa esse esta este estou eu faco fazer fiz foi ha isso isto ja la mais mas me meu meus minha minhas muito na nas nem no nos o os onde ou para pela pelo por porque posso pra pro quando que quem quero se sem ser seu so sobre sua tem tenho ter um uma vou voce',
    endings: 'amento|amentos|imento|acoes|ando|endo|indo|aram|eram|iram|aria|eria|acao|ados|adas|idos|idas|ado|ada|ido|ida|ava|amos|emos|imos|ar|er|ir|ou|eu|iu|ei|am|em|as|es|os|a|e|o|i|s',
  },
  count: (count) => (count === 0 ? 'Nada com estas palavras' : count === 1 ? 'Uma resposta' : `${String(count)} respostas`),
  none: 'Tente uma palavra, como “duas vezes” ou “senha”, ou esvazie o campo para ver tudo o que há.',
  all: 'Toda a ajuda',
  again: 'Começar de novo',
  gone: 'Não há essa página de ajuda.',
  doors: 'O que você pode fazer',
  shared: { payments: 'Encontrar o pagamento no seu histórico', disputes: 'Seus pedidos de reembolso', security: 'Segurança' },
  nothing: 'Não há mais nada a fazer aqui.',
  warning: {
    title: 'A ajuda vem só daqui de dentro',
    text: 'O Farthing não tem telefone, nem chat, nem caixa de mensagens para as suas palavras. Quem pede suas doze palavras, sua senha ou um código quer o seu dinheiro.',
    report: 'Um relatório para quem ajuda você: você lê cada linha antes que ele vá a qualquer lugar',
  },
  check: 'Você vende páginas? Confira uma delas',
  door: { link: 'Ajuda', back: 'Voltar à porta' },
}
