{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cambiar una actividad</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cambie lo que haga falta y guarde. Los cambios valen para este borrador: lo que ya se publicó no cambia.</p></details>
<form method="post" novalidate>
{{>CSRF}}{{>CAMPO_VERSION}}
{{>CAMPO_TITULO}}
<div class="fila">{{>CAMPO_ETAPA}}{{>CAMPO_QUIEN}}</div>
<div class="fila">{{>CAMPO_DIAS}}{{>CAMPO_CUANDO}}{{>CAMPO_HORAS}}</div>
{{>CAMPO_EVIDENCIA}}
{{>CAMPO_OPCIONAL}}
{{>CAMPO_DESCRIPCION}}
{{>CAMPO_MATERIAL}}
{{>CAMPO_REGIMEN}}
{{>CAMPO_GRUPO}}
{{>CAMPO_UNIDAD}}
{{>CAMPO_PRIMER_INGRESO}}
<div class="acc"><button>Guardar</button> <a href="/plan/{{PLAN_ID}}/editar">Cancelar</a> <a href="/plan/{{PLAN_ID}}/ordenar">Quitarla del plan</a></div>
</form>
