/** The grammar's second half, from expressions on, in the notation of rules.ts. */
export const EXPRESSION_RULES = `
expressions:
| expression (',' expression)+ [','] -> :Tuple
| expression ',' -> :Tuple
| expression
expression (memo):
| invalid_expression
| invalid_legacy_expression
| disjunction 'if' disjunction 'else' expression -> :IfExp
| disjunction
| lambdef
yield_expr: 'yield' 'from' expression -> :YieldFrom | 'yield' [star_expressions] -> :Yield
star_expressions:
| first=star_expression rest=(',' a=star_expression -> =a)+ [','] -> @tuple
| first=star_expression ',' -> @tuple
| star_expression
star_expression (memo): '*' value=bitwise_or -> :Starred | expression
star_named_expressions: a=','.star_named_expression+ [','] -> =a
star_named_expression: '*' value=bitwise_or -> :Starred | named_expression
assignment_expression: NAME ':=' ~ expression -> :NamedExpr <8 "Assignment expressions are">
named_expression: assignment_expression | invalid_named_expression | a=expression !':=' -> =a
disjunction (memo): conjunction ('or' conjunction)+ -> :BoolOp | conjunction
conjunction (memo): inversion ('and' inversion)+ -> :BoolOp | inversion
inversion (memo): 'not' inversion -> :UnaryOp | comparison
comparison: left=bitwise_or ops=compare_op_bitwise_or_pair+ -> :Compare | bitwise_or
compare_op_bitwise_or_pair:
| eq_bitwise_or
| noteq_bitwise_or
| lte_bitwise_or
| lt_bitwise_or
| gte_bitwise_or
| gt_bitwise_or
| notin_bitwise_or
| in_bitwise_or
| isnot_bitwise_or
| is_bitwise_or
eq_bitwise_or: '==' bitwise_or
noteq_bitwise_or: (a='!=' -> @notEqual) bitwise_or
lte_bitwise_or: '<=' bitwise_or
lt_bitwise_or: '<' bitwise_or
gte_bitwise_or: '>=' bitwise_or
gt_bitwise_or: '>' bitwise_or
notin_bitwise_or: 'not' 'in' bitwise_or
in_bitwise_or: 'in' bitwise_or -> :In
isnot_bitwise_or: 'is' 'not' bitwise_or
is_bitwise_or: 'is' bitwise_or
bitwise_or: bitwise_or '|' bitwise_xor -> :BinOp | bitwise_xor
bitwise_xor: bitwise_xor '^' bitwise_and -> :BinOp | bitwise_and
bitwise_and: bitwise_and '&' shift_expr -> :BinOp | shift_expr
shift_expr: shift_expr '<<' sum -> :BinOp | shift_expr '>>' sum -> :BinOp | invalid_arithmetic | sum
sum: sum '+' term -> :BinOp | sum '-' term -> :BinOp | term
term:
| term '*' factor -> :BinOp
| term '/' factor -> :BinOp
| term '//' factor -> :BinOp
| term '%' factor -> :BinOp
| term '@' factor -> :BinOp <5 "The '@' operator is">
| invalid_factor
| factor
factor (memo): '+' factor -> :UnaryOp | '-' factor -> :UnaryOp | '~' factor -> :UnaryOp | power
power: await_primary '**' factor -> :BinOp | await_primary
await_primary (memo): 'await' primary -> :Await <5 "Await expressions are"> | primary
primary:
| primary '.' NAME -> :Attribute
| primary genexp -> :Call
| primary '(' [arguments] ')' -> :Call
| primary '[' slices ']' -> :Subscript
| atom
slices: a=slice !',' -> =a | ','.(slice | starred_expression)+ [','] -> :Tuple
slice: [expression] ':' [expression] [':' [expression]] -> :Slice | named_expression
atom:
| NAME
| 'True' -> :True
| 'False' -> :False
| 'None' -> :None
| &(STRING | FSTRING_START) strings
| NUMBER
| &'(' (tuple | group | genexp)
| &'[' (list | listcomp)
| &'{' (dict | set | dictcomp | setcomp)
| '...' -> :Ellipsis
group: '(' a=(yield_expr | named_expression) ')' -> =a | invalid_group
lambdef: 'lambda' [lambda_params] ':' expression -> :Lambda
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters:
| lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc] <8 \
"Positional-only parameters are">
| lambda_slash_with_default lambda_param_with_default* [lambda_star_etc] <8 "Positional-only parameters are">
| lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]
| lambda_param_with_default+ [lambda_star_etc]
| lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default:
| lambda_param_no_default* lambda_param_with_default+ '/' ','
| lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc:
| invalid_lambda_star_etc
| '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]
| '*' ',' lambda_param_maybe_default+ [lambda_kwds]
| lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: a=lambda_param ',' -> =a | a=lambda_param &':' -> =a
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param [default] ',' | lambda_param [default] &':'
lambda_param: NAME -> :arg

fstring_middle: fstring_replacement_field | a=FSTRING_MIDDLE -> @middle
fstring_replacement_field:
| '{' (yield_expr | star_expressions) ['='] c=[fstring_conversion] [fstring_full_format_spec] '}' -> @formattedValue
| invalid_replacement_field
fstring_conversion: a="!" b=NAME -> @conversion
fstring_full_format_spec: ':' fstring_format_spec* -> :JoinedStr
fstring_format_spec: a=FSTRING_MIDDLE -> @specMiddle | fstring_replacement_field
fstring: a=FSTRING_START parts=fstring_middle* end=FSTRING_END -> @joinedStr
string: a=STRING -> @string
strings (memo): parts=(fstring | string)+ -> @concatenate
list: '[' elts=[star_named_expressions] ']' -> :List
tuple: '(' elts=[first=star_named_expression ',' rest=[star_named_expressions] -> @elements] ')' -> :Tuple
set: '{' star_named_expressions '}' -> :Set
dict: '{' [double_starred_kvpairs] '}' -> :Dict | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ [',']
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause:
| 'async' 'for' star_targets 'in' ~ iter=disjunction ifs=('if' a=disjunction -> =a)* -> :comprehension <6 \
"Async comprehensions are">
| 'for' star_targets 'in' ~ iter=disjunction ifs=('if' a=disjunction -> =a)* -> :comprehension
| ['async'] 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' -> ! "'in' expected after for-loop variables"
| invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' -> :ListComp | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' -> :SetComp | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' -> :GeneratorExp | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' -> :DictComp | invalid_dict_comprehension

arguments (memo): a=args [','] &')' -> =a | invalid_arguments
args:
| a=','.(starred_expression | (assignment_expression | a=expression !':=' -> =a) !'=')+ b=[',' k=kwargs -> =k] -> @args
| b=kwargs -> @args
kwargs:
| a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+ -> @join
| ','.kwarg_or_starred+
| ','.kwarg_or_double_starred+
starred_expression: invalid_starred_expression | '*' value=expression -> :Starred | '*' -> ! "Invalid star expression"
kwarg_or_starred: invalid_kwarg | NAME '=' expression -> :keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression -> :keyword | '**' expression -> :unpacking

star_targets: a=star_target !',' -> =a | star_target (',' star_target)* [','] -> :Tuple
star_targets_list_seq: ','.star_target+ [',']
star_targets_tuple_seq: star_target (',' star_target)+ [','] | star_target ','
star_target (memo): '*' (!'*' star_target) -> :Starred | target_with_star_atom
target_with_star_atom (memo): t_primary '.' NAME !t_lookahead -> :Attribute | t_primary '[' slices ']' !t_lookahead \
-> :Subscript | star_atom
star_atom:
| NAME
| '(' a=target_with_star_atom ')' -> =a
| '(' [star_targets_tuple_seq] ')' -> :Tuple
| '[' [star_targets_list_seq] ']' -> :List
single_target: single_subscript_attribute_target | NAME | '(' a=single_target ')' -> =a
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead -> :Attribute | t_primary '[' slices ']' \
!t_lookahead -> :Subscript
t_primary:
| t_primary '.' NAME &t_lookahead -> :Attribute
| t_primary '[' slices ']' &t_lookahead -> :Subscript
| t_primary genexp &t_lookahead -> :Call
| t_primary '(' [arguments] ')' &t_lookahead -> :Call
| a=atom &t_lookahead -> =a
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ [',']
del_target (memo): t_primary '.' NAME !t_lookahead -> :Attribute | t_primary '[' slices ']' !t_lookahead -> \
:Subscript | del_t_atom
del_t_atom: NAME | '(' a=del_target ')' -> =a | '(' [del_targets] ')' -> :Tuple | '[' [del_targets] ']' -> :List

type_expressions:
| ','.expression+ ',' '*' expression ',' '**' expression
| ','.expression+ ',' '*' expression
| ','.expression+ ',' '**' expression
| '*' expression ',' '**' expression
| '*' expression
| '**' expression
| ','.expression+
func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | invalid_double_type_comments | TYPE_COMMENT
`;
