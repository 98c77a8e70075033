/** What managing the organization refuses. */
export const ORG_REFUSALS = {
  roles_exclude: {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员须由不同的人担任，且不兼任业务岗位。',
    en: 'The three administrators must be different people and hold no business post.',
  },
  unit_required: {
    status: 422,
    zh: '单位正职、联络员、承办人须写明所在单位。',
    en: 'A head, liaison or assignee needs a unit.',
  },
} as const
