import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) => `아무것도 지우지 않았어요. 결제 ${count}건이 진행 중이고 돈이 나갈 수도 있어요. 몇 분이면 알 수 있어요. 그래도 지우면 그 결제가 어떻게 되었는지 알 길이 없어요.`,
  support: {
    made: (version, browser) => `Farthing ${version}, ${browser}`,
    network: (network, own) => `네트워크: ${network}, ${own ? '직접 고른 연결' : 'Farthing에 들어 있던 연결'}`,
    tips: '후원 서비스를 골라 둠',
    looks: (everywhere, card) => `${everywhere ? '모든 사이트에서 살핌' : '버튼을 누를 때만 살핌'}, ${card ? '카드를 보여 줌' : '카드를 보여 주지 않음'}`,
    ways: (ways) => `여는 방법: ${ways}`,
    kept: (kind, count, size) => `${kind}: ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank) => `사이트 ${rank}`,
    otherSite: '다른 사이트',
    week: (monday) => `${monday} 주`,
    range: (from, to) => `${from}~${to}`,
    under: (least) => `${least} 미만`,
    over: (most) => `${most} 초과`,
  },
  backwards: '아무것도 잊지 않았어요. 마지막 날이 첫날보다 앞서요.',
}
