{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Agregar una entidad</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>El catálogo ya trae los ministerios, los gobiernos regionales y las municipalidades: búsquela primero. Si no está, agréguela con su nombre oficial. Después podrá invitar a la jefatura de su ORH.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_NOMBRE}}
<div class="fila">{{>CAMPO_SIGLA}}{{>CAMPO_RUC}}</div>
<div class="fila">{{>CAMPO_TIPO}}{{>CAMPO_NIVEL}}{{>CAMPO_UBIGEO}}</div>
<div class="acc"><button>Agregar la entidad</button> <a href="/entidad/lista">Cancelar</a></div>
</form>
