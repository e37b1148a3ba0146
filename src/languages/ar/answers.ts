import type { Language } from '../language'
import { counted } from './counted'

export const answers: Language['answers'] = {
  forbidden: 'لا يحق لهذه الصفحة أن تطلب ذلك.',
  malformed: 'تعذّرت قراءة هذا الطلب.',
  failed: 'حدث خلل داخل Farthing. لم يُدفع شيء جديد.',
}

export const silence: Language['silence'] = { sentence: 'لم يُجب Farthing. حاول مرة أخرى بعد لحظة.' }

export const ways: Language['ways'] = { password: 'كلمة المرور', passkey: 'مفتاح المرور', 'password+passkey': 'كلمة المرور ومفتاح المرور', recovery: 'رمز الاستعادة' }

export const outside: Language['outside'] = {
  ecc: 'مساعدة مجانية حين يكون البائع في بلد آخر من الاتحاد الأوروبي أو في النرويج أو آيسلندا.',
  'adr-eu': 'قائمة بجهات معترف بها. البائع ليس ملزمًا دائمًا بالمشاركة؛ وإذا لم يُجب إحداها خلال 20 يوم عمل عُدّ ذلك رفضًا.',
  'konsum-ch': 'استشارات للمستهلكين في سويسرا.',
  'us-de': 'تسوّي الخلافات بين المستهلكين والتجار، مجانًا للمستهلكين.',
  'signal-fr': 'تبلّغ هيئة حماية المستهلك عن بائع، فيُطلب منه الجواب.',
  'ca-gb': 'استشارات للمستهلكين، وبلاغات إلى Trading Standards.',
  'ncac-jp': 'استشارات وتسوية خلافات للمستهلكين.',
  'kca-kr': 'استشارات وتسوية خلافات للمستهلكين.',
  'ftc-us': 'تتلقى بلاغات الاحتيال، ولا تسوّي الحالات الفردية.',
  'state-us': 'كثير منها يتلقى الشكاوى ويطلب من البائع الجواب.',
}

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) =>
    `لم يُمحَ شيء. لا تزال جارية ${counted(count, 'دفعة واحدة قد تُخصم', 'دفعتان قد تُخصمان', 'دفعات قد تُخصم', 'دفعة قد تُخصم', 'دفعة قد تُخصم')}: يُعرف ذلك خلال دقائق. وإن محوت رغم ذلك، فلن يخبرك شيء بما حدث.`,
  support: {
    made: (version, browser) => `Farthing ${version} على ${browser}`,
    network: (network, own) => `الشبكة: ${network}، عبر ${own ? 'اتصال اختاره القارئ' : 'الاتصال الذي جاء مع Farthing'}`,
    tips: 'اختيرت خدمة للإكراميات',
    looks: (everywhere, card) => `ينظر ${everywhere ? 'في كل موقع' : 'عند النقر على زره'}، ${card ? 'ويُظهر البطاقة' : 'ولا يُظهر البطاقة'}`,
    ways: (ways) => `يُفتح بـ: ${ways}`,
    kept: (kind, count, size) => `${kind}: ${count === '' ? size : `${count}، ${size}`}`,
    site: (rank) => `الموقع ${rank}`,
    otherSite: 'موقع آخر',
    week: (monday) => `أسبوع ${monday}`,
    range: (from, to) => `من ${from} إلى ${to}`,
    under: (least) => `أقل من ${least}`,
    over: (most) => `أكثر من ${most}`,
  },
  backwards: 'لم يُنسَ شيء. اليوم الأخير قبل اليوم الأول.',
}

export const workerPurses: Language['workerPurses'] = {
  first: 'كيس النقود الرئيسي',
  found: (number) => `كيس النقود ${number}`,
  from: (name) => `من كيس نقودك «${name}»`,
  notEnough: (name, have, price) => `لم يُخصم منك شيء. في كيس نقودك «${name}» ${have}؛ وهذا يكلّف ${price}.`,
  bound: 'لم يُخصم منك شيء. بدأ دفع ثمن هذا من كيس نقود آخر لك، وهو وحده يستطيع المتابعة: هكذا لا يُدفع مرتين أبدًا. ابحث عنه في صفحة أكياس نقودك.',
  stays: (name) => `بدأ دفع ثمن هذا من كيس نقودك «${name}»، ويبقى عليه: هكذا لا يُدفع مرتين أبدًا.`,
  lookFirst: 'ابحث أولًا عن أكياس النقود الأخرى لكلماتك الاثنتي عشرة. ربما دفع أحدها هنا من قبل.',
  full: 'لا مكان لكيس نقود آخر: الحد الأقصى ثمانية.',
  gone: 'لم يعد كيس النقود هذا موجودًا.',
  noSite: 'هذا ليس اسم موقع. يكون على شكل news.example.',
  sitesFull: 'لا مكان لموقع آخر. أزل موقعًا أولًا.',
  notLooked: 'لا يمكن البحث عن أكياس نقودك الأخرى الآن. لم يتغيّر شيء. حاول مرة أخرى.',
}
