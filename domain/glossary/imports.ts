import { word, type WordGroup } from './word.ts'

/** Documents in. */
export const IMPORT_WORDS: WordGroup = {
  title: 'Documents in',
  words: [
    word('import', '文件导入', 'import', 'a document, its drafts and their review', 'upload', 'ingestion'),
    word('doubt', '疑点', 'doubt', 'a cell that waits for a decision', 'ambiguity'),
    word('decision', '核对', 'decision', 'what an officer decides about a drafted row'),
    word('import.review', '核对中', 'under review', 'drafts wait for decisions; nothing is registered'),
    word('import.confirmed', '已登记', 'registered', 'accepted rows have become tasks'),
    word('import.undone', '已撤销', 'taken back', 'its tasks are cancelled, its changes set back'),
    word('import.decide', '再核对', 'reviewed', 'accept, discard, merge, split, answer'),
    word('import.confirm', '登记', 'registered', 'accepted rows become tasks'),
    word(
      'model.unreadable',
      '答复读不懂',
      'the answer cannot be read',
      'a model answers in another form than it was asked',
    ),
    word('model.declined', '模型拒答', 'the model declined', 'a model says that it will not answer'),
    word('model.timedOut', '等候超时', 'no answer in time', 'a model does not answer in time'),
    word('model.unreachable', '连不上', 'not reached', 'the model’s server cannot be reached'),
    word('model.rejected', '服务器回绝', 'turned away', 'the model’s server answers with an error'),
    word('model.addressRefused', '地址不许连接', 'address not allowed', 'the model’s address may not be called'),
    word('import.undo', '整份撤销', 'taken back', 'the whole import is taken back'),
  ],
}
