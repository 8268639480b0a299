(declaration) @class.around
(_ body: (block) @class.inside)
(test_declaration) @test.around
(test_declaration body: (block) @test.inside)
(param) @parameter.inside
(arg) @parameter.inside
[(comment) (doc_comment) (file_doc)] @comment.around
