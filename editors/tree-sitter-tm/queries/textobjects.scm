(declaration) @class.outer
(_ body: (block) @class.inner)
(test_declaration) @test.outer
(test_declaration body: (block) @test.inner)
(param) @parameter.inner
(arg) @parameter.inner
[(comment) (doc_comment) (file_doc)] @comment.outer
