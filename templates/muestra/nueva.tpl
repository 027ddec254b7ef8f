{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Sortear una muestra</h1>
<p class="lead">Diga de qué etapas y cuántas; el sorteo queda guardado y no se cambia.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija de qué etapas sortear y cuántas verificará. Quedan guardados quién sorteó, los filtros, la semilla y cuántas etapas había. El mismo sorteo enviado dos veces es uno solo.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_NOMBRE}}
<fieldset><legend><h2>De qué etapas</h2></legend>
{{>CAMPO_ESTADO}}
<div class="fila">{{>CAMPO_DESDE}}{{>CAMPO_HASTA}}</div>
<div class="fila">{{>CAMPO_ETAPA}}{{>CAMPO_NIVEL}}{{>CAMPO_REGION}}</div>
</fieldset>
<fieldset><legend><h2>El sorteo</h2></legend>
<div class="fila">{{>CAMPO_TAMANO}}{{>CAMPO_UNIDAD}}</div>
{{>CAMPO_SEMILLA}}
</fieldset>
<div class="acc"><button>Sortear</button> <a href="/muestra/lista">Cancelar</a></div>
</form>
