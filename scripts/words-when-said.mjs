import ts from 'typescript'

/** Modules of words: "./words", "../../core/words/en", "./news-words". */
const isWordsModule = (source) => /(^|\/)(words(\/(?!speakable|languages|forms)[a-z-]+)?|news-words)$/.test(source)

/**
 * A rule of the linter: sentences are read when they are said. What is read while a module loads is English for ever, because another
 * language takes the place of the words later (src/core/words/speakable.ts).
 */
export const wordsWhenSaid = {
  meta: { type: 'problem', schema: [], messages: { early: 'Read words when they are said: at the load of a module they are still English. Make it a function.' } },
  create(context) {
    const { sourceCode } = context
    const { parserServices } = sourceCode
    const isSaid = (node) => {
      const type = parserServices.getTypeAtLocation(node)
      return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Union)) !== 0 || type.getCallSignatures().length > 0
    }
    /** "list.map((one) => …)" */
    const isCalledAtOnce = ({ type, parent }) => /Function/.test(type) && parent.type === 'CallExpression' && /^(map|flatMap|filter|find|reduce|forEach|some|every|sort)$/.test(parent.callee.property?.name)
    const isAtLoad = (node) => {
      for (let at = node.parent; at !== null && at !== undefined; at = at.parent) {
        if (isCalledAtOnce(at)) continue
        if (/Function/.test(at.type) || (at.type === 'PropertyDefinition' && !at.static)) return false
        if (/^(TS|Import|Export(?!Named|Default))/.test(at.type) && !/Expression$/.test(at.type)) return false
      }
      return true
    }
    /** The whole of "words.a.b" that begins with an identifier. */
    const chainOf = (node) => {
      let at = node
      while (at.parent.type === 'MemberExpression' && at.parent.object === at) at = at.parent
      return at
    }
    const rootOf = (node) => (node?.type === 'MemberExpression' ? rootOf(node.object) : node)
    const areWords = (identifier) => {
      const variable = sourceCode.getScope(identifier).references.find((reference) => reference.identifier === identifier)?.resolved
      const [definition] = variable?.defs ?? []
      if (definition?.type === 'ImportBinding') return isWordsModule(definition.parent.source.value)
      if (definition?.type !== 'Variable') return false
      const root = rootOf(definition.node.init)
      return root?.type === 'Identifier' && root !== identifier && areWords(root)
    }
    const leavesOf = (pattern) => pattern.properties.flatMap(({ value }) => (value === undefined ? [] : value.type === 'ObjectPattern' ? leavesOf(value) : [value]))
    return {
      Identifier(node) {
        if (!isAtLoad(node) || !areWords(node)) return
        const chain = chainOf(node)
        if (chain.parent.type === 'VariableDeclarator' && chain.parent.id.type === 'ObjectPattern') {
          for (const leaf of leavesOf(chain.parent.id)) if (isSaid(leaf)) context.report({ node: leaf, messageId: 'early' })
        } else if (isSaid(chain) || chain.parent.type === 'SpreadElement' || chain.parent.type === 'CallExpression') context.report({ node: chain, messageId: 'early' })
      },
    }
  },
}
