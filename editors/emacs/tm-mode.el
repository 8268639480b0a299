;;; tm-mode.el --- Threat models in tm -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; URL: https://github.com/tm-lang/tm

;;; Commentary:

;; Colours, indentation and comments for `.tm' files, and the language server
;; `tm lsp' for Eglot and lsp-mode.
;;
;;   (add-to-list 'load-path "PATH/TO/tm/editors/emacs")
;;   (require 'tm-mode)
;;   (add-hook 'tm-mode-hook #'eglot-ensure)

;;; Code:

(defgroup tm nil
  "Threat models in tm."
  :group 'languages)

(defcustom tm-command "tm"
  "The program, a name looked up in variable `exec-path' or a full path."
  :type 'string)

(defcustom tm-threats "gate"
  "Threats shown in the text: above the model's appetite, all, or none."
  :type '(choice (const "none") (const "gate") (const "all")))

(defcustom tm-indent-offset 2
  "Columns of one level."
  :type 'integer
  :safe #'integerp)

(defconst tm-declarations
  '("use" "model" "data" "actor" "process" "store" "boundary" "flow" "tag" "view"
    "assumption" "enum" "scale" "type" "extend" "control" "threat" "disable"
    "matrix" "catalog" "fn" "accept" "dismiss" "transfer" "mitigate"
    "vulnerability" "attacker" "goal" "attack" "objective" "policy" "test")
  "Words that begin a declaration.")

(defconst tm-words
  '("as" "external" "inherited" "expect" "possible" "assumed" "no" "forbid"
    "require" "over" "on" "each" "when" "where" "in" "and" "or" "not" "if" "then"
    "else" "exists" "all" "none" "reaches" "carrying" "along" "through" "with"
    "until" "to" "toward" "apply" "fix" "step" "any" "is" "has" "for")
  "All other words of the language.")

(defconst tm-name "[[:alpha:]_][[:alnum:]_]*")

(defvar tm-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?/ ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (dolist (sign '(?= ?< ?> ?+ ?- ?* ?| ?% ?!))
      (modify-syntax-entry sign "." table))
    table))

(defvar tm-font-lock-keywords
  `(;; Properties, which may be called like words of the language.
    (,(concat "\\(?:^\\|[{,(]\\)[ \t]*\\(?:inherited[ \t]+\\)?\\(" tm-name "\\)[ \t]*\\(?:=[^=]\\|:\\)")
     1 font-lock-variable-name-face)
    ;; What is declared.
    (,(concat "^[ \t]*\\(?:external[ \t]+\\)?" (regexp-opt tm-declarations 'words)
              "[ \t]+\\(" tm-name "\\)")
     (1 font-lock-keyword-face) (2 font-lock-function-name-face keep))
    (,(concat "\\(?:^\\|[{,][ \t]*\\)[ \t]*" (regexp-opt '("external" "inherited") 'words))
     1 font-lock-keyword-face)
    (,(regexp-opt '("true" "false" "unknown") 'symbols) . font-lock-constant-face)
    (,(regexp-opt tm-words 'symbols) . font-lock-keyword-face)
    (,(concat ":[ \t]*\\(\\[?" tm-name "\\(?:\\." tm-name "\\)*\\)") 1 font-lock-type-face)
    ("\\_<[[:upper:]][[:alnum:]_]*\\_>" . font-lock-type-face)
    ("\\_<[0-9][[:alnum:]_.]*%?\\(?:-[0-9]+-[0-9]+\\)?" . font-lock-constant-face))
  "Colours of `tm-mode'.")

(defun tm-syntax-propertize (start end)
  "Mark the ends of texts of several lines between START and END."
  (goto-char start)
  (funcall
   (syntax-propertize-rules
    ("\"\"\"" (0 (ignore (tm--mark-quotes)))))
   start end))

(defun tm--mark-quotes ()
  "Make the three quotes just matched one fence, unless a comment holds them."
  (let* ((begin (match-beginning 0))
         (state (save-excursion (syntax-ppss begin)))
         (fence (string-to-syntax "|")))
    (cond
     ((nth 4 state))
     ((not (nth 3 state))
      (put-text-property begin (1+ begin) 'syntax-table fence)
      (put-text-property (1+ begin) (+ begin 3) 'syntax-table (string-to-syntax ".")))
     ((eq (nth 3 state) t)
      (put-text-property begin (+ begin 2) 'syntax-table (string-to-syntax "."))
      (put-text-property (+ begin 2) (+ begin 3) 'syntax-table fence)))))

(defun tm-indent-line ()
  "Indent the line by the brackets that are open before it."
  (interactive)
  (let ((text-before (- (current-column) (current-indentation)))
        (column (tm--indentation)))
    (when column
      (indent-line-to column)
      (when (> text-before 0)
        (forward-char text-before)))))

(defun tm--indentation ()
  "Column for the line, nil inside a text of several lines."
  (save-excursion
    (back-to-indentation)
    (let* ((state (syntax-ppss))
           (open (nth 1 state))
           (closes (looking-at-p "[])}]")))
      (cond
       ((nth 3 state) nil)
       ((not open) (if (tm--goes-on) tm-indent-offset 0))
       (t
        (let ((goes-on (and (not closes) (tm--goes-on))))
          (goto-char open)
          (setq goes-on (and goes-on (eq (char-after) ?{)))
          (+ (current-indentation)
             (if closes 0 tm-indent-offset)
             (if goes-on tm-indent-offset 0))))))))

(defun tm--goes-on ()
  "Whether the line goes on with the statement of the line before."
  (looking-at-p "\\(?:\\(?:and\\|or\\|then\\|else\\|over\\|where\\|reaches\\)\\_>\\|->\\|\\.\\)"))

;;;###autoload
(define-derived-mode tm-mode prog-mode "tm"
  "Major mode for threat models in tm."
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "//[/!]?[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-line-function #'tm-indent-line)
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width tm-indent-offset)
  (setq-local electric-indent-chars (append "})]" electric-indent-chars))
  (setq-local syntax-propertize-function #'tm-syntax-propertize)
  (setq-local font-lock-defaults '(tm-font-lock-keywords))
  (setq-local imenu-generic-expression
              `((nil ,(concat "^[ \t]*\\(?:external[ \t]+\\)?" (regexp-opt tm-declarations)
                              "[ \t]+\\(" tm-name "\\)") 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tm\\'" . tm-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `(tm-mode . ,(lambda (&rest _)
                              (list tm-command "lsp" :initializationOptions (list :threats tm-threats))))))

(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-activate-on "lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(tm-mode . "tm"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () (list tm-command "lsp")))
    :activation-fn (lsp-activate-on "tm")
    :initialization-options (lambda () (list :threats tm-threats))
    :server-id 'tm)))

(provide 'tm-mode)
;;; tm-mode.el ends here
