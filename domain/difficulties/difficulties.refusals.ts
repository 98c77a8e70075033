/** Ways in which a difficulty's life says no. */
export const DIFFICULTY_REFUSALS = {
  difficulty_taker: {
    status: 403,
    zh: '“{step}”由{taker}办理。',
    en: '“{step}” is for {taker}.',
  },
  difficulty_wrong_state: {
    status: 409,
    zh: '不能“{step}”：这件困难现为“{state}”，在{level}。请刷新后再看。',
    en: 'This difficulty is now “{state}” at {level}, so “{step}” cannot be done. Reload and look again.',
  },
  difficulty_unsaid: { status: 422, zh: '请写明{what}。', en: 'Please give {what}.' },
  difficulty_day: {
    status: 422,
    zh: '请写明哪天办成，不早于今天（{today}）。',
    en: 'Say by which day; not before today ({today}).',
  },
  difficulty_unit: {
    status: 422,
    zh: '请选一个单位。转出要选别的单位；落实单位不能是提出单位，由它确认是否解决。',
    en: 'Choose a unit. Pass it to another one; the unit that raised it cannot put a ruling into effect, since it confirms.',
  },
  difficulty_level: {
    status: 422,
    zh: '这一级没有人可以答复：正职提出的不在第一级，没有写明向谁提出的不在第二级。请选别的级。',
    en: 'Nobody answers at this level: what a head raised is not at level 1, what is asked of no other unit not at level 2. Choose another.',
  },
  no_condition: {
    status: 409,
    zh: '对方没有提出条件，没有可以接受的。',
    en: 'The counterpart named no condition, so there is none to take.',
  },
  reopened_before: {
    status: 409,
    zh: '已经重提过一次，不能再提。情况有变，请提出新的困难。',
    en: 'It was reopened once already. If things have changed, raise a new difficulty.',
  },
  raising_unit_only: {
    status: 403,
    zh: '困难由任务的牵头单位或配合单位提出。',
    en: 'A difficulty is raised by the lead unit or a supporting unit of the task.',
  },
  task_not_running: {
    status: 409,
    zh: '任务现为“{state}”，不在办理中，不能提困难。',
    en: 'The task is “{state}” and not under way, so no difficulty can be raised.',
  },
  counterpart_is_self: {
    status: 422,
    zh: '向谁提出要选别的单位；本单位能解决的，不用选。',
    en: 'Ask it of another unit; leave it empty where your own unit can solve it.',
  },
} as const
