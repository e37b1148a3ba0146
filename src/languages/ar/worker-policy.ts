import type { Language } from '../language'
import { counted, timesOf } from './counted'

const above = 'الذي تُسأل إن تجاوزته'
const from = 'الذي تُسأل إن بلغته'

export const workerPolicy: Language['workerPolicy'] = {
  names: {
    'limit.payment': 'أقصى ثمن لدفعة واحدة',
    'limit.site-day': 'أقصى إنفاق على موقع واحد في اليوم',
    'limit.tip': 'أقصى إكرامية واحدة',
    'limit.tip-day': 'أقصى مجموع للإكراميات في اليوم',
    'limit.day': 'أقصى إنفاق في اليوم',
    'limit.month': 'أقصى إنفاق في الشهر',
    'burst.ten-seconds': `عدد الدفعات خلال عشر ثوانٍ ${above}`,
    'burst.minute': `عدد الدفعات خلال دقيقة ${above}`,
    'spree.sites': `عدد المواقع الجديدة خلال ساعة ${from}`,
    'spree.cents': `مجموع ما يُدفع عليها ${above}`,
    'newcomers.sites': `عدد المواقع الجديدة خلال أسبوع ${from}`,
    'newcomers.cents': `مجموع ما يُدفع على تلك ${above}`,
    'stranger.times': 'كم ضعفًا لسعرك المعتاد يجعل أول سعر على موقع غاليًا',
    'stranger.cents': 'المبلغ الذي يُعد أول سعر على موقع فوقه غاليًا',
    'above-usual.times': 'كم ضعفًا للسعر المعتاد على موقع تُنبَّه إليه',
    'twice.seconds': 'الثواني التي تُنبَّه خلالها إلى تكرار السعر نفسه',
    'freeze.denials': 'الدفعات المريبة المرفوضة قبل أن يُغلق كيس نقودك حتى تثبت من أنت',
  },
  holds: (name, value) => `${name}: ${value}.`,
  changed: (name, from, to) => `${name}: ${to}. كان ${from}.`,
  withdrawnHere: (label) => `لم يُخصم منك شيء. لم يعد يُدفع شيء على ${label}، بحسب القواعد السارية. تقرأ السبب في «القواعد».`,
  notListed: 'هذا الموقع ليس في القائمة. لا شيء يُفتح.',
  newKeys: 'تغيّر بعض من يضمنون التحديثات. ضمن ذلك من كانوا قبلهم ومن هم الآن معًا.',
  roles: { root: 'الضامنون', policy: 'القواعد', feeds: 'القوائم والأسعار' },
  unreachable: 'لم يُجب أحد، أو لم يكن الجواب ملفًا. يبقى ما يعمل به Farthing.',
  network: {
    withdrawn: (label) => `لم يعد يُدفع شيء على ${label}.`,
    back: (label) => `عاد الدفع على ${label} ممكنًا.`,
  },
  model: (version) => `يُستبدل ما تُعرف به الدفعات غير المعتادة بغيره، بتاريخ ${version}. قد ينبّه إلى أكثر، أو إلى أقل.`,
  modelBack: 'تُعرف الدفعات غير المعتادة من جديد بما جاء مع Farthing.',
  modelHeld: (version) => `تُعرف الدفعات غير المعتادة بما وافقت عليه، بتاريخ ${version}.`,
  modelMissing: 'ما وافقت على أن تُعرف به الدفعات غير المعتادة ليس على هذا الجهاز. وإلى أن يصل يُستعمل ما جاء مع Farthing.',
  titles: { terms: 'شروط الاستخدام', privacy: 'ما يُحفظ، ومن يُخبَر', promises: 'ما يمكنك الاعتماد عليه' },
  // The language comes with marks around it (../isolating).
  titleIn: (title, lang) => (lang === '\u2068ar\u2069' ? title : `${title} (${lang})`),
  text: {
    first: (title, version) => `${title}: نص جديد بتاريخ ${version}. لديك النص الذي جاء مع Farthing.`,
    changed: (title, from, to) => `${title}: نص جديد بتاريخ ${to}. لديك نص ${from}.`,
    gone: (title) => `${title}: من جديد النص الذي جاء مع Farthing.`,
  },
  digest: {
    agreed: (count) => `وافقت على ${counted(count, 'تحديث واحد', 'تحديثين', 'تحديثات', 'تحديثًا', 'تحديث')}.`,
    declined: (count) => `أبقيت القديم ${timesOf(count)}.`,
    waiting: 'هناك تحديث ينتظر موافقتك.',
    refused: (count) => `رُفض ما وصل ${timesOf(count)}، واستمر ما كان ساريًا.`,
    old: 'انتهت مدة القواعد. وظلت سارية رغم ذلك.',
  },
  noFile: 'شيء يذكره تحديث لم يصل. ستُسأل عنه حين يصل.',
  badFile: 'شيء يذكره تحديث ليس هو المضمون، أو لا يُقرأ. لن تُسأل عنه.',
  faults: {
    malformed: 'ما وصل ليس تحديثًا، أو تلف في الطريق.',
    'too-large': 'ما وصل أكبر مما يكون عليه تحديث.',
    'not-signed': 'ما وصل لم يضمنه عدد كافٍ ممن يحق لهم.',
    'rolled-back': 'ما وصل أقدم مما لدى Farthing. ربما يريد أحدهم إرجاعك إلى الوراء.',
    forked: 'ما وصل لا يتبع ما لدى Farthing. ربما يُريك أحدهم غير ما يراه الجميع.',
    expired: 'ما وصل انتهت مدته. ربما يحجب أحدهم عنك ما هو أحدث.',
    'from-the-future': 'صُنع ما وصل في يوم لم يأتِ بعد. هل ساعة هذا الجهاز صحيحة؟',
    'lasts-wrong': 'يقول ما وصل إنه يسري مدة أطول مما يجوز لتحديث.',
    'other-root': 'ما وصل مضمون بمفاتيح غير التي يعرفها Farthing الآن.',
    'skipped-root': 'تنقص خطوة بين المفاتيح التي يعرفها Farthing والتي وصلت.',
    'weak-root': 'المفاتيح التي وصلت أقل مما يطلبه Farthing.',
    'needs-newer-wallet': 'هذا التحديث لنسخة أحدث من Farthing. حدّث الإضافة.',
  },
}

export const news: Language['news'] = {
  notice: {
    waiting: 'تحديث للقواعد ينتظر موافقتك. إلى ذلك الحين تسري القديمة.',
    changed: (count) => `زاد Farthing حراسته: تغيّرت ${counted(count, 'قاعدة واحدة', 'قاعدتان', 'قواعد', 'قاعدة', 'قاعدة')}.`,
    month: 'جُمع لك ما حدث للقواعد في الشهر الماضي.',
    see: 'عرض القواعد',
  },
  rail: (count) => counted(count, 'جديد واحد', 'جديدان', 'أمور جديدة', 'أمرًا جديدًا', 'أمر جديد'),
}
