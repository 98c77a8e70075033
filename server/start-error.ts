/** The languages a message at start can be given in; `both` where the machine does not say. */
export type Speech = 'zh' | 'en' | 'both'

type Facts = Record<string, string | number>
type Sentence = (facts: Facts) => string

/** Why the program could not start or had to stop: one sentence in each language, each saying what to do. */
const SENTENCES = {
  config_invalid: {
    zh: (f) => `配置有误：环境变量 ${f['name']} ${f['zh']}`,
    en: (f) => `wrong configuration: the environment variable ${f['name']} ${f['en']}`,
  },
  port_in_use: {
    zh: (f) => `端口 ${f['port']} 已被占用。请停止占用它的程序，或用 PORT=其他端口 启动。`,
    en: (f) => `port ${f['port']} is in use. Stop the program that uses it, or start with PORT=another.`,
  },
  port_refused: {
    zh: (f) => `不能监听 ${f['host']}:${f['port']}（${f['detail']}）。请检查 HOST 和 PORT。`,
    en: (f) => `cannot listen on ${f['host']}:${f['port']} (${f['detail']}). Check HOST and PORT.`,
  },
  folder_locked: {
    zh: (f) => `数据文件夹 ${f['folder']} 正被另一个一盘棋进程使用。请先停止它，或用 YIPANQI_DATA 指定其他文件夹。`,
    en: (f) =>
      `the data folder ${f['folder']} is in use by another Yipanqi. Stop it first, or set YIPANQI_DATA to another folder.`,
  },
  folder_unwritable: {
    zh: (f) => `不能写入数据文件夹 ${f['folder']}（${f['detail']}）。请检查权限，或用 YIPANQI_DATA 指定其他文件夹。`,
    en: (f) =>
      `cannot write to the data folder ${f['folder']} (${f['detail']}). Check its permissions, or set YIPANQI_DATA to another folder.`,
  },
  folder_foreign: {
    zh: (f) => `数据库文件夹 ${f['folder']} 属于另一个用户。请用创建它的用户（或 root）启动。`,
    en: (f) => `the database folder ${f['folder']} belongs to another user. Start as the user who made it, or as root.`,
  },
  database_missing: {
    zh: (f) => `${f['link']} 指向的数据库 ${f['folder']} 不存在。请从备份恢复；若要从空库开始，请删除 ${f['link']}。`,
    en: (f) =>
      `the database ${f['folder']} that ${f['link']} points to is missing. Restore it from a backup, or remove ${f['link']} to begin empty.`,
  },
  database_other_major: {
    zh: (f) =>
      `数据文件夹 ${f['folder']} 由 PostgreSQL ${f['found']} 创建，本程序自带 ${f['own']}。请用原来的版本导出数据后再导入。`,
    en: (f) =>
      `the data folder ${f['folder']} was made by PostgreSQL ${f['found']} and this program brings ${f['own']}. Export with the former version, then import.`,
  },
  disk_full: {
    zh: (f) => `磁盘已满，无法写入 ${f['folder']}。请腾出空间后重新启动；已有数据没有丢失。`,
    en: (f) => `the disk is full: cannot write to ${f['folder']}. Free some space and start again; nothing is lost.`,
  },
  database_failed: {
    zh: (f) => `自带的数据库没有启动：${f['detail']}`,
    en: (f) => `the embedded database did not start: ${f['detail']}`,
  },
  database_gone: {
    zh: () => '自带的数据库意外退出，程序随之停止。请重新启动；已提交的数据没有丢失。',
    en: () => 'the embedded database went away, so the program stops. Start it again; what was committed is kept.',
  },
  demo_elsewhere: {
    zh: () => '这个数据库里已有正式的机构，不能用作演示。请用 YIPANQI_DATA（或 DATABASE_URL）另指定一处。',
    en: () =>
      'this database holds an organization of its own and cannot be the demo. Set YIPANQI_DATA (or DATABASE_URL) to another place.',
  },
  platform_unsupported: {
    zh: (f) => `没有适用于 ${f['platform']} 的自带数据库。请用 DATABASE_URL 指定已有的 PostgreSQL（14 至 18）。`,
    en: (f) =>
      `there is no embedded database for ${f['platform']}. Name your own PostgreSQL (14 to 18) with DATABASE_URL.`,
  },
  database_too_old: {
    zh: (f) => `数据库版本 ${f['version']} 太旧，需要 PostgreSQL 14 或更新版本。`,
    en: (f) => `the database is PostgreSQL ${f['version']}; 14 or newer is needed.`,
  },
  database_encoding: {
    zh: (f) => `数据库 ${f['address']} 的编码是 ${f['encoding']}，存不全汉字。请新建一个编码为 UTF8 的数据库。`,
    en: (f) =>
      `the database at ${f['address']} is encoded as ${f['encoding']}, which cannot hold every character. Make one encoded as UTF8.`,
  },
  database_behind: {
    zh: () =>
      'DATABASE_URL 的用户无权修改或读写其中的表。请先以数据库所有者的身份运行 npm run --silent yipanqi -- migrate，再按 docs/OPERATING.zh-CN.md 授权。',
    en: () =>
      'the user of DATABASE_URL may not change or use its tables. As their owner, run npm run --silent yipanqi -- migrate, then give the rights of docs/OPERATING.md.',
  },
  database_ahead: {
    zh: (f) =>
      `数据库已由更新的版本升级过（${f['name']}），这个版本不认识它，没有启动。请装回更新的版本，或恢复升级前的备份。`,
    en: (f) =>
      `a newer version has brought the database further than this one knows (${f['name']}). Install the newer version again, or restore the backup from before.`,
  },
  database_unreachable: {
    zh: (f) => `连接不上 DATABASE_URL 指定的数据库 ${f['address']}（${f['detail']}）。请检查地址、端口和网络。`,
    en: (f) =>
      `cannot reach the database of DATABASE_URL at ${f['address']} (${f['detail']}). Check the address, the port and the network.`,
  },
  database_refused: {
    zh: (f) => `数据库 ${f['address']} 拒绝了登录（${f['detail']}）。请检查 DATABASE_URL 中的用户名、密码和库名。`,
    en: (f) =>
      `the database at ${f['address']} refused the sign-in (${f['detail']}). Check the user, password and database name in DATABASE_URL.`,
  },
  rehearsal_unreachable: {
    zh: (f) => `连接不上 ${f['address']}（${f['detail']}）。请检查地址，并确认服务已启动。`,
    en: (f) => `cannot reach ${f['address']} (${f['detail']}). Check the address, and that the server runs.`,
  },
  rehearsal_real_place: {
    zh: (f) =>
      `${f['address']} 不是演示区。演练会真的形成议定事项、任务和纪要文号，只在演示区进行：去掉 --url，本命令会自带一个用完即弃的演示区。`,
    en: (f) =>
      `${f['address']} is not a demo. A rehearsal makes rulings, tasks and numbered minutes, so it is held at a demo only: without --url the command brings one of its own and throws it away.`,
  },
  rehearsal_sign_in: {
    zh: (f) =>
      `${f['userName']} 登录不了 ${f['address']}（${f['detail']}）。请确认那里是演示区，其密码由 YIPANQI_DEMO_PASSWORD 给出。`,
    en: (f) =>
      `${f['userName']} cannot sign in at ${f['address']} (${f['detail']}). Is it a demo, and is its password in YIPANQI_DEMO_PASSWORD?`,
  },
  rehearsal_refused: {
    zh: (f) => `演练中断：${f['what']} 答复 ${f['detail']}`,
    en: (f) => `the rehearsal broke off: ${f['what']} was answered ${f['detail']}`,
  },
  rehearsal_own_server: {
    zh: (f) => `自带的演示服务没有启动：${f['detail']}`,
    en: (f) => `the demo server of its own did not start: ${f['detail']}`,
  },
} satisfies Record<string, { zh: Sentence; en: Sentence }>

export type StartErrorCode = keyof typeof SENTENCES

/**
 * The program cannot start (or go on) for a reason the person at the machine can mend.
 * `facts` fill the sentence: paths, ports, versions; never passwords.
 */
export class StartError extends Error {
  readonly code: StartErrorCode
  readonly facts: Facts

  constructor(code: StartErrorCode, facts: Facts = {}) {
    super(SENTENCES[code].en(facts))
    this.name = 'StartError'
    this.code = code
    this.facts = facts
  }

  /** The sentence, on one line. */
  say(speech: Speech): string {
    return inSpeech(speech, SENTENCES[this.code].zh(this.facts), SENTENCES[this.code].en(this.facts))
  }
}

/** One line in the language of the machine; Chinese then English where the machine does not say. */
export function inSpeech(speech: Speech, zh: string, en: string): string {
  const line = { zh, en, both: `${zh} / ${en}` }[speech]
  return line.replace(/\s*\n\s*/g, ' ')
}
