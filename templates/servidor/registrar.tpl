{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Registrar a un servidor</h1>
<p class="lead">Paso 1 de 3: el documento.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el documento de la persona que ingresa. El portal le dirá si es nueva, si ya la conoce o si ya está registrada en su entidad. Así nadie se duplica.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_TIPO_DOCUMENTO}}
{{>CAMPO_DOCUMENTO}}
{{>CAMPO_DIGITO}}
<div class="acc"><button>Continuar</button> <a href="/orh/inicio">Cancelar</a></div>
</form>
