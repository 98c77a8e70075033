import { walkXml } from './xml.ts'

// Formats that Excel knows by number; the Chinese ones are 27–36 and 50–58.
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'yyyy/m',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  36: 'yyyy年m月',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: 'yyyy年m月',
  56: 'm月d日',
  57: 'yyyy年m月',
  58: 'm月d日',
}

/** The number format of every cell style, in the order in which cells refer to them. */
export function formatsOf(xml: string | null): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  if (xml === null) return formats
  let inCells = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        formats.push(own.get(id) ?? BUILT_IN[id] ?? '')
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

const plainFormat = (format: string) =>
  format
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\(.)/g, '$1')
const isDate = (format: string) =>
  /[ymd]/i.test(format) && /y|m[^a-z]*d|m月|d日/i.test(format) && !/[#0]/.test(format.replace(/yy|\d/g, ''))

/** Excel's day 60 is a 29 February 1900 that never was. */
function dayOf(serial: number, from1904: boolean): Date | null {
  const days = from1904 ? serial + 1462 : serial
  if (days < 1 || days > 80_000) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000)
}

const round = (value: number) => String(Number(value.toPrecision(12)))

/** A number as the sheet shows it: dates as 2026年6月30日 (or 2026年6月 where no day is shown), shares as 7.5%. */
export function shownNumber(value: string, format: string, from1904: boolean): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  const plain = plainFormat(format)
  if (isDate(plain)) {
    const day = dayOf(number, from1904)
    if (day) {
      const month = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月`
      return /d/i.test(plain) ? `${month}${day.getUTCDate()}日` : month
    }
  }
  if (plain.includes('%')) return `${round(number * 100)}%`
  return round(number)
}
