/** What people of the demo district wrote, one a line: unit | working days before today | kind | words | answer, after so many days. */
export const FEEDBACK_LINES = `
jyj | 9 | complaint | 开学前一周，同一份校舍安全台账被三家各要了一遍，口径还不一样。能不能先对好口径，一次要齐？ | 已与三家对好口径，今后由督查室汇总一次，各家从台账里取。 | 3
wjj | 4 | suggestion | 家庭医生签约率每月都报，变化不大，建议改成一季度报一次，省下的时间去随访。 | 同意，下季度起这项指标改按季报。 | 2
scj | 3 | suggestion | 办结证据里要求的“现场照片”对执法类任务没有用处，建议改成文书编号。 | |
jtj | 1 | complaint | 雨天不能铺沥青，路面养护的节点连着两次因为天气被催。催办前能不能看一眼天气？ | |
`
