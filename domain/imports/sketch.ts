import { isBody } from './names.ts'
import type { SourceLine } from './source.ts'
import { findTimes } from './times.ts'

export interface Sketch {
  readonly line: SourceLine
  readonly even: string
}

export const NO_YEAR = { year: null, on: null }

export const NUMBER = /[\u4e00-\u9fff]{1,12}(?:〔|（)\d{4}(?:〕|）)(?:第)?\d{1,4}[号次]|^〔\d{4}〕第?\d{1,4}[号次]/

export const META =
  /^(?:索引号|发文字号|发文机关|发布机构|主题分类|主题词|成文日期|发布日期|发布时间|公开日期|来源|信息来源|作者|编辑|责任编辑|浏览次数|点击数|阅读|字体|字号|分享|打印|有效性|体裁|组配|文号|文章来源|稿件来源|抄送|印发机关|密级|紧急程度|签发人|报|送|发|记录|联系人|联系电话)[ 】]?：|^(?:当前位置|首页 ?>|分享到?|【?字体|打印|关闭|上一篇|下一篇|相关链接|版权所有|网站地图)/

/** 主办单位：… at a page's foot; above 协办单位 or a time it is a label of a task. */
export const isHost = (even: string, before: string, after: string): boolean =>
  even.startsWith('主办单位：') &&
  !/^[^：]{2,8}：/.test(before) &&
  !/^(?:协办|配合|承办|责任|完成|办[理结])[^：]{0,6}：/.test(after)

export const SALUTATION = /^(?:各|市|县|区|省|市直|局|机关).{0,70}[：]$/

export const dayIn = (even: string): string | null =>
  findTimes(even, NO_YEAR).find((time) => time.form === 'day' && time.dueOn !== null)?.dueOn ?? null

/** A line that is a date and nothing else, brackets allowed: 2021年2月24日, （2009年3月10日）, 二〇一一年二月十六日. */
export function dateLine(even: string): string | null {
  const bare = even
    .replace(/^（|）$/g, '')
    .replace(/ /g, '')
    .replace(/印发$/, '')
  if (bare.length > 16) return null
  const time = findTimes(bare, NO_YEAR)[0]
  return time?.form === 'day' && time.start === 0 && time.end === bare.length ? time.dueOn : null
}

/** 云泽区委办公室  2026年5月12日: who signs and when, in one line. */
export function signedDay(even: string): string | null {
  const found = /^([\u4e00-\u9fff（）]{4,30}) +(\d{4}年.{3,8}日)$/.exec(even.trim())
  return found && isBody(found[1] ?? '') ? dateLine(found[2] ?? '') : null
}
