;;; check.el --- What a user sees in Emacs, asked of Emacs itself -*- lexical-binding: t -*-

;; Run by `editors/check'.

;;; Code:

(require 'ert)
(require 'tm-mode)
(require 'eglot nil t)

(defconst tm-check-root (expand-file-name "../.." (file-name-directory (or load-file-name buffer-file-name))))

(defun tm-check-face (text word)
  "The face of the first WORD in TEXT."
  (with-temp-buffer
    (insert text)
    (tm-mode)
    (font-lock-ensure)
    (goto-char (point-min))
    (search-forward word)
    (get-text-property (match-beginning 0) 'face)))

(ert-deftest tm-colours ()
  (let ((text "/// doc\nexternal process api: WebService \"Title\" {\n  model = true\n  x = 80%\n}\n"))
    (pcase-dolist (`(,word . ,face)
                   '(("doc" . font-lock-comment-face)
                     ("external" . font-lock-keyword-face)
                     ("process" . font-lock-keyword-face)
                     ("api" . font-lock-function-name-face)
                     ("WebService" . font-lock-type-face)
                     ("Title" . font-lock-string-face)
                     ("model" . font-lock-variable-name-face)
                     ("true" . font-lock-constant-face)
                     ("80%" . font-lock-constant-face)))
      (should (eq (tm-check-face text word) face)))))

(ert-deftest tm-long-texts ()
  (let ((text "threat T {\n  remedy = \"\"\"\n    say \"if\" {\n  \"\"\"\n  when a\n}\n"))
    (should (eq (tm-check-face text "say") 'font-lock-string-face))
    (should (eq (tm-check-face text "{\n  \"\"\"") 'font-lock-string-face))
    (should (eq (tm-check-face text "when") 'font-lock-keyword-face))))

(ert-deftest tm-examples-keep-their-indentation ()
  (let ((files (directory-files-recursively (expand-file-name "examples" tm-check-root) "\\.tm\\'")))
    (should (> (length files) 10))
    (dolist (file files)
      (with-temp-buffer
        (insert-file-contents file)
        (let ((before (buffer-string)) (inhibit-message t))
          (tm-mode)
          (indent-region (point-min) (point-max))
          (should (equal (cons file (buffer-string)) (cons file before))))))))

(ert-deftest tm-file-type-and-names ()
  (let ((buffer (find-file-noselect (expand-file-name "examples/bookshop/flows.tm" tm-check-root))))
    (with-current-buffer buffer
      (should (eq major-mode 'tm-mode))
      (should (assoc "checkout" (cdr (imenu--make-index-alist t)))))))

(ert-deftest tm-server ()
  "Eglot attaches to `tm lsp', shows a mistake and completes."
  (skip-unless (featurep 'eglot))
  (skip-unless (and (executable-find tm-command) (eql 0 (call-process tm-command nil nil nil "lsp" "--help"))))
  (let* ((folder (make-temp-file "tm-emacs" t))
         (file (expand-file-name "model.tm" folder))
         (eglot-sync-connect 10))
    (unwind-protect
        (progn
          (with-temp-file file
            (insert "use std.web\n\nprocess api: WebService {\n  internet_facin\n}\n"))
          (with-current-buffer (find-file-noselect file)
            (call-interactively #'eglot)
            (let ((tries 100))
              (while (and (> tries 0) (not (flymake-diagnostics)))
                (accept-process-output nil 0.1)
                (flymake-start)
                (setq tries (1- tries))))
            (should (seq-some (lambda (found) (string-match-p "internet_facin" (flymake-diagnostic-text found)))
                              (flymake-diagnostics)))
            (goto-char (point-min))
            (search-forward "internet_facin")
            (let ((found (eglot-completion-at-point)))
              (should (member "internet_facing" (all-completions "internet_fac" (nth 2 found)))))
            (eglot-shutdown (eglot-current-server))))
      (delete-directory folder t))))

(provide 'check)
;;; check.el ends here
