import { word, type WordGroup } from './word.ts'

/** Who takes part. */
export const ORGANIZATION_WORDS: WordGroup = {
  title: 'Organization',
  words: [
    word('organization', '机构', 'organization', 'a district, city or other body with its own year'),
    word('unit', '单位', 'unit', 'a department, bureau, office, town or street', 'department', 'bureau'),
    word('person', '人员', 'person', 'somebody who holds posts', 'staffMember'),
    word('post', '岗位', 'post', 'a role a person holds, in a unit where the role has one', 'jobTitle'),
    word('portfolio', '分工', 'portfolio', 'the units and pillars a leader in charge oversees'),
    word('principalLeader', '主要领导', 'principal leader', 'chairs and rules', 'topLeader'),
    word('leaderInCharge', '分管领导', 'leader in charge', 'oversees a portfolio of units and pillars', 'viceLeader'),
    word(
      'supervisionOffice',
      '督查室',
      'supervision office',
      'registers, assigns, urges, accepts, publishes',
      'inspectionOffice',
    ),
    word('unitHead', '部门正职', 'unit head', 'signs for the unit', 'unitLeader', 'departmentHead'),
    word('liaison', '联络员', 'liaison', 'drafts for the unit', 'contactPerson'),
    word('assignee', '承办人', 'assignee', 'does the work; the one named person of a task'),
    word(
      'sysAdmin',
      '系统管理员',
      'system administrator',
      'keeps units, people and settings; reads no business content',
    ),
    word(
      'securityAdmin',
      '安全管理员',
      'security administrator',
      'keeps accounts and roles; reads no business content',
    ),
    word('auditAdmin', '审计管理员', 'audit administrator', 'reads the journal; reads no business content'),
  ],
}
