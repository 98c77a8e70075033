/** What managing the organization refuses. */
export const ORG_REFUSALS = {
  roles_exclude: {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员须由不同的人担任，且不兼任业务岗位。',
    en: 'The three administrators must be different people and hold no business post.',
  },
  unit_required: {
    status: 422,
    zh: '部门正职、联络员、承办人须写明所在单位。',
    en: 'A head, liaison or assignee needs a unit.',
  },
  not_a_leader: {
    status: 422,
    zh: '只有分管领导才有分管范围，请先给此人设分管领导岗位。',
    en: 'Only a leader in charge has a portfolio; give this person that post first.',
  },
  unreadable_table: {
    status: 422,
    zh: '没有找到表头。单位表须有“单位名称”一列，人员表须有“姓名”“用户名”“角色”三列；请下载模板，填好后再传。',
    en: 'No table head found. Units need the column “Unit”, people “Name”, “User name” and “Role”; download the template and fill it in.',
  },
  import_problems: {
    status: 422,
    zh: '还有 {count} 处要改，改好后再导入；现在什么都没有导入。',
    en: '{count} cells must be corrected first; nothing was imported.',
  },
  import_moved: {
    status: 409,
    zh: '预览之后数据有变动，什么都没有导入。请重新预览再确认。',
    en: 'Something changed after the preview; nothing was imported. Preview again, then confirm.',
  },
} as const
