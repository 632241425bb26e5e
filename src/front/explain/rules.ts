/**
 * The grammar of Python 3.13 as a parsing expression grammar, for explaining errors.
 *
 * Which error CPython reports follows from the order in which its parser tries alternatives, from
 * what it remembers (`memo`), and from how far it has asked for tokens; so the rules here are the
 * rules of CPython, by name and order, in a notation of our own. The language is that of the "Full
 * Grammar specification" of the Language Reference; the grammar itself is CPython's (Grammar/python.gram).
 *
 * Notation: `rule: alternatives`, one a line, tried in order. `'x'` is a token, `"x"` a soft keyword,
 * CAPITALS a class of tokens; `[x]` optional, `x*`, `x+`, `s.x+` separated by s, `&x` and `!x` look
 * ahead, `~` commits to the alternative, `&&x` demands x or fails at once; `v=x` names a part. An
 * action follows `->`: `:Kind` makes a node with the named parts as fields, `=v` gives part v, `@f`
 * calls an action of grammar-actions.ts. Without an action the value is that of the only part.
 * `<8 "…">` refuses the alternative where the syntax of a Python before 3.8 is asked for, with these words.
 * `!` actions report errors (grammar-invalid.ts).
 */
export const STATEMENT_RULES = `
file: [statements] ENDMARKER -> :Module
interactive: statement_newline
eval: expressions NEWLINE* ENDMARKER -> :Expression
func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER -> :FunctionType

statements: statement+
statement: compound_stmt | simple_stmts
statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER -> @fail
simple_stmts:
| simple_stmt !';' NEWLINE
| ';'.simple_stmt+ [';'] NEWLINE
simple_stmt (memo):
| assignment
| &"type" type_alias
| star_expressions
| &'return' return_stmt
| &('import' | 'from') import_stmt
| &'raise' raise_stmt
| 'pass'
| &'del' del_stmt
| &'yield' yield_stmt
| &'assert' assert_stmt
| 'break'
| 'continue'
| &'global' global_stmt
| &'nonlocal' nonlocal_stmt
compound_stmt:
| &('def' | '@' | 'async') function_def
| &'if' if_stmt
| &('class' | '@') class_def
| &('with' | 'async') with_stmt
| &('for' | 'async') for_stmt
| &'try' try_stmt
| &'while' while_stmt
| match_stmt

assignment:
| NAME ':' expression ['=' annotated_rhs] <6 "Variable annotation syntax is">
| ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs] <6 \
"Variable annotations syntax is">
| (star_targets '=')+ (yield_expr | star_expressions) !'=' [TYPE_COMMENT]
| single_target augassign ~ (yield_expr | star_expressions)
| invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' <5 "The '@' operator is"> | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | \
'**=' | '//='
return_stmt: 'return' [star_expressions]
raise_stmt: 'raise' expression ['from' expression] | 'raise'
global_stmt: 'global' ','.NAME+
nonlocal_stmt: 'nonlocal' ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
yield_stmt: yield_expr
assert_stmt: 'assert' expression [',' expression]
import_stmt: invalid_import | import_name | import_from
import_name: 'import' dotted_as_names
import_from:
| 'from' ('.' | '...')* dotted_name 'import' import_from_targets
| 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*' | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_names: ','.dotted_as_name+
dotted_as_name: dotted_name ['as' NAME]
dotted_name: dotted_name '.' NAME | NAME

block (memo): NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw:
| invalid_def_raw
| 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block
| 'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block <5 \
"Async functions are">

params: invalid_parameters | parameters
parameters:
| slash_no_default param_no_default* param_with_default* [star_etc] <8 "Positional-only parameters are">
| slash_with_default param_with_default* [star_etc] <8 "Positional-only parameters are">
| param_no_default+ param_with_default* [star_etc]
| param_with_default+ [star_etc]
| star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
star_etc:
| invalid_star_etc
| '*' param_no_default param_maybe_default* [kwds]
| '*' param_no_default_star_annotation param_maybe_default* [kwds]
| '*' ',' param_maybe_default+ [kwds]
| kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: a=param ',' [TYPE_COMMENT] -> =a | a=param [TYPE_COMMENT] &')' -> =a
param_no_default_star_annotation: param_star_annotation ',' [TYPE_COMMENT] | param_star_annotation [TYPE_COMMENT] &')'
param_with_default: param default ',' [TYPE_COMMENT] | param default [TYPE_COMMENT] &')'
param_maybe_default: param [default] ',' [TYPE_COMMENT] | param [default] [TYPE_COMMENT] &')'
param: NAME [annotation] -> :arg
param_star_annotation: NAME star_annotation
annotation: ':' expression
star_annotation: ':' star_expression
default: '=' expression | invalid_default

if_stmt:
| invalid_if_stmt
| 'if' named_expression ':' block elif_stmt
| 'if' named_expression ':' block [else_block]
elif_stmt:
| invalid_elif_stmt
| 'elif' named_expression ':' block elif_stmt
| 'elif' named_expression ':' block [else_block]
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block [else_block]
for_stmt:
| invalid_for_stmt
| 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]
| 'async' 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block] <5 "Async for loops are">
| invalid_for_target
with_stmt:
| invalid_with_stmt_indent
| 'with' '(' ','.with_item+ [','] ')' ':' [TYPE_COMMENT] block
| 'with' ','.with_item+ ':' [TYPE_COMMENT] block
| 'async' 'with' '(' ','.with_item+ [','] ')' ':' block <5 "Async with statements are">
| 'async' 'with' ','.with_item+ ':' [TYPE_COMMENT] block <5 "Async with statements are">
| invalid_with_stmt
with_item:
| expression 'as' star_target &(',' | ')' | ':')
| invalid_with_item
| expression
try_stmt:
| invalid_try_stmt
| 'try' &&':' block finally_block
| 'try' &&':' block except_block+ [else_block] [finally_block]
| 'try' &&':' block except_star_block+ [else_block] [finally_block] <11 "Exception groups are">
except_block:
| invalid_except_stmt_indent
| 'except' expression ['as' NAME] ':' block
| 'except' ':' block
| invalid_except_stmt
except_star_block:
| invalid_except_star_stmt_indent
| 'except' '*' expression ['as' NAME] ':' block
| invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block

match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT <10 "Pattern matching is"> | invalid_match_stmt
subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
case_block: invalid_case_block | "case" patterns [guard] ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target -> :MatchAs | invalid_as_pattern
or_pattern: '|'.closed_pattern+ -> :MatchOr
closed_pattern (memo):
| literal_pattern
| capture_pattern
| wildcard_pattern
| value_pattern
| group_pattern
| sequence_pattern
| mapping_pattern
| class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr:
| signed_number !('+' | '-')
| complex_number
| strings
| 'None'
| 'True'
| 'False'
complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
signed_number: NUMBER | '-' NUMBER
signed_real_number: real_number | '-' real_number
real_number: a=NUMBER -> @real
imaginary_number: a=NUMBER -> @imaginary
capture_pattern: pattern_capture_target -> :MatchAs
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
wildcard_pattern: "_" -> :MatchAs
value_pattern: attr !('.' | '(' | '=') -> :MatchValue
attr: name_or_attr '.' NAME -> :Attribute
name_or_attr: attr | NAME
group_pattern: '(' a=pattern ')' -> =a
sequence_pattern: '[' [maybe_sequence_pattern] ']' -> :MatchSequence | '(' [open_sequence_pattern] ')' -> :MatchSequence
open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern] -> :MatchSequence
maybe_sequence_pattern: ','.maybe_star_pattern+ [',']
maybe_star_pattern: star_pattern | pattern
star_pattern (memo): '*' pattern_capture_target -> :MatchStar | '*' wildcard_pattern -> :MatchStar
mapping_pattern:
| '{' '}' -> :MatchMapping
| '{' double_star_pattern [','] '}' -> :MatchMapping
| '{' items_pattern ',' double_star_pattern [','] '}' -> :MatchMapping
| '{' items_pattern [','] '}' -> :MatchMapping
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern:
| name_or_attr '(' ')' -> :MatchClass
| name_or_attr '(' positional_patterns [','] ')' -> :MatchClass
| name_or_attr '(' keyword_patterns [','] ')' -> :MatchClass
| name_or_attr '(' positional_patterns ',' keyword_patterns [','] ')' -> :MatchClass
| invalid_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern

type_alias: "type" NAME [type_params] '=' expression <12 "Type statement is">
type_params: invalid_type_params | '[' type_param_seq ']' <12 "Type parameter lists are">
type_param_seq: ','.type_param+ [',']
type_param (memo):
| NAME [type_param_bound] [type_param_default]
| '*' NAME a=':' e=expression -> @variadicBound
| '*' NAME [type_param_starred_default]
| '**' NAME a=':' e=expression -> @variadicBound
| '**' NAME [type_param_default]
type_param_bound: ':' expression
type_param_default: '=' expression <13 "Type parameter defaults are">
type_param_starred_default: '=' star_expression <13 "Type parameter defaults are">
`;
