import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) =>
    count === '1'
      ? 'Nada foi apagado. Um pagamento está em andamento e ainda pode ser cobrado: em poucos minutos se sabe. Se você apagar mesmo assim, nada vai dizer o que aconteceu com ele.'
      : `Nada foi apagado. ${count} pagamentos estão em andamento e ainda podem ser cobrados: em poucos minutos se sabe. Se você apagar mesmo assim, nada vai dizer o que aconteceu com eles.`,
  support: {
    made: (version, browser) => `Farthing ${version} no ${browser}`,
    network: (network, own) => `Rede: ${network}, ${own ? 'por uma conexão escolhida pela própria pessoa' : 'pela conexão que veio com o Farthing'}`,
    tips: 'Há um serviço escolhido para gorjetas',
    looks: (everywhere, card) => `${everywhere ? 'Olha em todos os sites' : 'Olha quando se clica no botão'}, ${card ? 'mostra o cartão' : 'não mostra o cartão'}`,
    ways: (ways) => `Abre com: ${ways}`,
    kept: (kind, count, size) => `${kind}: ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank) => `site nº ${rank}`,
    otherSite: 'outro site',
    week: (monday) => `semana de ${monday}`,
    range: (from, to) => `de ${from} a ${to}`,
    under: (least) => `menos de ${least}`,
    over: (most) => `mais de ${most}`,
  },
  backwards: 'Nada foi esquecido. O último dia vem antes do primeiro.',
}
