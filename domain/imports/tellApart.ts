import { evenWidth } from '../width.ts'

/*
 * Words that make two tasks different however much else they share: another town, another phase, another number of a
 * thing in a row. Precision first: what these tell apart is never shown as the same task.
 */
const TELLING: readonly RegExp[] = [
  // 东城街道, 柳林镇, 云湖水库; the two characters before the kind of place are its name
  /[\u4e00-\u9fff](?![城乡村街各农高区县市])[\u4e00-\u9fff](?:街道|镇|乡|村|社区|片区|园区|开发区|新区)/g,
  /[\u4e00-\u9fff](?![入沿跨过出临各与和])[\u4e00-\u9fff](?:大桥|桥|路|大道|街|河|江|湖|溪|渠|水库|公园|广场|水厂|电厂|车站|港|山)(?![\u4e00-\u9fff]*(?:管理|办法|机制))/g,
  /[\u4e00-\u9fff]{2}(?:医院|学院|中学|小学|学校|幼儿园|福利院|体育馆|图书馆|博物馆)/g,
  /[一二三四五六七八九十\d]+(?:期|标段|号)|第[一二三四五六七八九十\d]+(?:批|阶段|轮)/g,
  /[一二三四1-4]季度|[上下]半年|(?:19|20)\d{2}年/g,
  /[东南西北中](?:[东南西北])?(?=[城区段线片部岸])/g,
  /高中|初中|小学|幼儿园|中学|大学/g,
  /新建|拆除|维修|改造|新增|关停/g,
]
/** Ways of building and of counting up that office texts use for one another. */
const ALIKE: readonly ReadonlySet<string>[] = [new Set(['新建', '新增', '改造', '维修'])]

const named = (text: string, telling: RegExp): Set<string> => new Set(evenWidth(text).match(telling) ?? [])

const areAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  ALIKE.some((words) => [...a].every((word) => words.has(word)) && [...b].every((word) => words.has(word)))

/** Whether two tasks name different things of one kind, so that they cannot be the same one. */
export function tellApart(a: string, b: string): boolean {
  return TELLING.some((telling) => {
    const here = named(a, telling)
    const there = named(b, telling)
    if (here.size === 0 || there.size === 0) return false
    return [...here].every((word) => !there.has(word)) && !areAlike(here, there)
  })
}
