import type { Language } from '../language'

export const limits: Language['limits'] = {
  title: '사이트와 한도',
  used: {
    title: '쓴 한도',
    caption: '한도 중에 쓴 돈과 남은 돈',
    columns: { limit: '한도', spent: '쓴 돈', left: '남은 돈' },
    day: '오늘',
    month: '이번 달',
    tipDay: '오늘 후원',
    of: (spent, most) => `${most} 중 ${spent}`,
    held: (amount) => `그중 ${amount} 진행 중인 결제를 위해 떼어 두었어요. 판매자가 받아 가지 않으면 돌아와요.`,
    test: '이 네트워크의 돈은 시험용이에요. 따로 셈해요.',
  },
  sites: {
    title: '오늘의 사이트',
    caption: '오늘 사이트마다 쓴 돈과 사이트 한도에서 남은 돈',
    columns: { site: '사이트', spent: '쓴 돈', left: '남은 돈' },
    empty: '오늘 산 것이 없어요.',
  },
  purses: {
    title: '어느 돈주머니로 어디서 내는지',
    text: '바꾸면 그때부터 사는 것에 적용돼요. 이미 산 것은 그대로 남고, 값을 낸 돈주머니로 다시 열려요. 두 돈주머니에서 돈을 받은 사이트는 둘이 같은 사람의 것임을 알 수 있어요.',
    more: (count) => `그리고 사이트 ${count}곳 더.`,
    toPurses: '돈주머니 페이지에서 어느 사이트에나 돈주머니를 정해 줄 수 있어요.',
  },
  blocked: {
    title: '막아 둔 사이트',
    text: '무엇을 누르든 거기서는 돈이 나가지 않아요.',
    since: (day) => `${day}부터`,
    open: '다시 열기',
    openLabel: (site) => `${site} 다시 열기`,
  },
  allowances: {
    title: '묻지 않고 결제',
    text: '직접 여는 페이지에서만, 한도를 넘지 않게 내요. Farthing이 매번 알리고, 멈출 수 있어요.',
    empty: '없어요. 매번 물어봐요. 한 사이트에서 두 번째로 사고 나면 그곳의 작은 값을 허락할 수 있어요.',
    each: (each, day) => `한 번에 ${each}까지, 하루 최대 ${day}`,
    used: (used, most, until) => `오늘 ${most} 중 ${used} 썼어요. ${until}까지.`,
    declined: (sites) => `다음 사이트에서는 매번 묻고, 허락을 권하지 않아요: ${sites}.`,
    offerAgain: '다시 권하기',
    end: '끝내기',
    endLabel: (site) => `끝내기: ${site}에서 다시 묻기`,
  },
  limits: {
    title: '허락하는 최대 금액',
    text: '한 번이라도 한도를 넘는 일은 없어요. 낮추면 바로 적용되고, 높일 때는 본인인지 물어봐요.',
    names: {
      payment: { label: '결제 한 번', text: '글 한 편이나 이용권 하나의 최대 금액이에요.' },
      siteDay: { label: '한 사이트, 하루', text: '한 사이트에서 산 것을 모두 합해, 자정부터 자정까지예요.' },
      tip: { label: '후원 한 번', text: '후원은 마음으로 주는 것이라 한도가 따로 있어요.' },
      tipDay: { label: '후원, 하루', text: '모든 후원을 합해서예요.' },
      day: { label: '모두, 하루', text: '모든 사이트의 구매와 후원을 합해서예요.' },
      month: { label: '모두, 한 달', text: '그달 1일부터 마지막 날까지예요.' },
    },
    nothing: '없음',
  },
}
