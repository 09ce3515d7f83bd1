package iamlint_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iamlint/iamlint"
)

// The benchmarks come in pairs: what iamlint takes, and what a bare reader of
// the same bytes takes that does nothing with them. The ratio of a pair is
// what counts; see CONTRIBUTING.md for the budgets.

func BenchmarkCorpus(b *testing.B) {
	dir := corpus(b)
	b.ReportAllocs()
	for b.Loop() {
		lint(b, dir)
	}
}

func BenchmarkCorpusBare(b *testing.B) {
	dir := corpus(b)
	for b.Loop() {
		each(b, dir, ".json", func(text []byte) error {
			d := jsontext.NewDecoder(bytes.NewBuffer(text))
			for {
				if _, err := d.ReadToken(); err != nil {
					if err == io.EOF {
						return nil
					}
					return err
				}
			}
		})
	}
}

func BenchmarkTerraform(b *testing.B) {
	dir := terraformTree(b, 1000)
	b.ReportAllocs()
	for b.Loop() {
		lint(b, dir)
	}
}

func BenchmarkTerraformBare(b *testing.B) {
	dir := terraformTree(b, 1000)
	for b.Loop() {
		each(b, dir, ".tf", func(text []byte) error {
			if _, diags := hclsyntax.ParseConfig(text, "x.tf", hcl.InitialPos); diags.HasErrors() {
				return diags
			}
			return nil
		})
	}
}

// A lock file is the JSON that repositories have most of.
func BenchmarkLockFile(b *testing.B) {
	dir := b.TempDir()
	write(b, filepath.Join(dir, "package-lock.json"), lockFile(5<<20))
	for b.Loop() {
		lint(b, dir)
	}
}

func BenchmarkLockFileBare(b *testing.B) {
	dir := b.TempDir()
	write(b, filepath.Join(dir, "package-lock.json"), lockFile(5<<20))
	for b.Loop() {
		each(b, dir, ".json", func([]byte) error { return nil })
	}
}

func BenchmarkOneFile(b *testing.B) {
	dir := b.TempDir()
	write(b, filepath.Join(dir, "policy.json"), smallPolicy)
	for b.Loop() {
		lint(b, dir)
	}
}

// BenchmarkProcess is what a hook waits for: the whole program, on one small
// file.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	file, program := filepath.Join(dir, "policy.json"), filepath.Join(dir, "iamlint.exe")
	write(b, file, smallPolicy)
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "./cmd/iamlint")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for b.Loop() {
		if out, err := exec.Command(program, file).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}

const smallPolicy = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::example/*"}]
}`

func lint(b *testing.B, dir string) {
	report, err := iamlint.Lint(iamlint.Options{Dir: dir})
	if err = errors.Join(append(report.Failures, err)...); err != nil {
		b.Fatal(err)
	}
}

// each calls do with the text of every file below dir, on all processors.
func each(b *testing.B, dir, suffix string, do func([]byte) error) {
	paths := make(chan string, 256)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for p := range paths {
				text, err := os.ReadFile(p)
				if err == nil {
					err = do(text)
				}
				if err != nil {
					b.Error(p, err)
				}
			}
		})
	}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, suffix) {
			paths <- p
		}
		return err
	})
	close(paths)
	group.Wait()
	if err != nil {
		b.Fatal(err)
	}
}

// corpus unpacks AWS's managed policies, which lie beside the repository, or
// skips.
func corpus(tb testing.TB) string {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "shared", "corpus", "managed-policies.tar.gz"))
	if err != nil {
		tb.Skip("the corpus of AWS managed policies is not there")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	dir := tb.TempDir()
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return dir
		}
		if err != nil {
			tb.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		write(tb, filepath.Join(dir, filepath.Base(h.Name)), string(text))
	}
}

// terraformTree writes n files of the kinds that infrastructure repositories
// have, ten to a directory: one in five has policies.
func terraformTree(tb testing.TB, n int) string {
	tb.Helper()
	dir := tb.TempDir()
	for i := range n {
		text := fmt.Sprintf(plainTerraform, i)
		if i%5 == 0 {
			text = fmt.Sprintf(policyTerraform, i)
		}
		write(tb, filepath.Join(dir, fmt.Sprintf("stack%03d", i/10), fmt.Sprintf("file%d.tf", i%10)), text)
	}
	return dir
}

const policyTerraform = `
data "aws_caller_identity" "current%[1]d" {}

locals {
  name%[1]d   = "service-%[1]d"
  bucket%[1]d = "arn:aws:s3:::${local.name%[1]d}-data"
}

data "aws_iam_policy_document" "app%[1]d" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = [local.bucket%[1]d, "${local.bucket%[1]d}/*"]
  }

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs%[1]d.arn]

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current%[1]d.account_id]
    }
  }
}

resource "aws_iam_role" "app%[1]d" {
  name = local.name%[1]d
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "app%[1]d" {
  role   = aws_iam_role.app%[1]d.id
  policy = data.aws_iam_policy_document.app%[1]d.json
}

resource "aws_sqs_queue" "jobs%[1]d" {
  name = "${local.name%[1]d}-jobs"
}
`

const plainTerraform = `
variable "subnets%[1]d" {
  description = "Where the service runs."
  type        = list(string)
  default     = []
}

resource "aws_ecs_service" "web%[1]d" {
  name            = "web-%[1]d"
  cluster         = var.cluster
  desired_count   = 2
  task_definition = aws_ecs_task_definition.web%[1]d.arn

  network_configuration {
    subnets          = var.subnets%[1]d
    security_groups  = [aws_security_group.web%[1]d.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.web%[1]d.arn
    container_name   = "web"
    container_port   = 8080
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_security_group" "web%[1]d" {
  name   = "web-%[1]d"
  vpc_id = var.vpc

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }

  tags = merge(var.tags, { Name = "web-%[1]d", Stage = terraform.workspace })
}
`

// lockFile returns about as many bytes of a package lock.
func lockFile(size int) string {
	var b strings.Builder
	b.WriteString("{\n  \"lockfileVersion\": 3,\n  \"packages\": {\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "    \"node_modules/package-%d\": {\n      \"version\": \"1.%d.0\",\n      \"integrity\": \"sha512-%064d\"\n    },\n", i, i, i)
	}
	b.WriteString("    \"\": {}\n  }\n}\n")
	return b.String()
}

func write(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}
