import { taskEn } from './task.en.ts'
import { taskZh } from './task.zh.ts'

/** Words of the task page in both languages. */
export const taskText = { zh: taskZh, en: taskEn }
